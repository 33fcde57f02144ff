using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>Keeps the figures of each date in one row of the table of events, a column for each dimension: a year is one short query.</summary>
public sealed class TableDayCounts([FromKeyedServices(StorageFeature.Events)] TableClient table) : IDayCounts
{
    private const int HoursAtOnce = 8;
    private const int MostTries = 5;
    private const string Until = "Until";

    public IAsyncEnumerable<HourMark> ChangedHoursAsync(CancellationToken cancellationToken) => table.MarksAsync(StatisticsKeys.Changed(), cancellationToken);

    public Task SummedAsync(HourMark hour, CancellationToken cancellationToken) =>
        table.SettleAsync(StatisticsKeys.Changed(hour.Start), hour.Version, cancellationToken);

    public async Task<bool> SumAsync(LocalDay day, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            // The row first: sums go only over a row that was there before what they are the sums of was read.
            var before = await table.FindAsync(StatisticsKeys.Days, StatisticsKeys.Day(day.Date), cancellationToken);
            var sum = await SumUpAsync(day, cancellationToken);
            if (TallyColumns.Mark(sum) == TallyColumns.Mark(before is null ? new() : TallyColumns.Read(before)))
            {
                return false;
            }

            if (await TryWriteAsync(day.Date, sum, before?.ETag, cancellationToken))
            {
                return true;
            }
        }

        throw new LeadStoreUnavailableException($"The sums of {day.Date:O} are being written by others all the time.");
    }

    public async IAsyncEnumerable<DayTally> DaysAsync(
        DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(from, to, dimensions, cancellationToken))
        {
            yield return new(StatisticsKeys.ToDate(row.RowKey), TallyColumns.Read(row));
        }
    }

    public async Task TellAsync(DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, ICountsReceiver receiver, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(from, to, dimensions, cancellationToken))
        {
            TallyColumns.Read(row, StatisticsKeys.ToDate(row.RowKey), receiver);
        }
    }

    public async Task<DateTimeOffset?> CountedUntilAsync(CancellationToken cancellationToken) =>
        (await table.FindAsync(EventKeys.Index, StatisticsKeys.CountedUntil, cancellationToken))?.Time(Until);

    public Task SetCountedUntilAsync(DateTimeOffset until, CancellationToken cancellationToken) => StorageCalls.RunAsync(
        token => table.UpsertEntityAsync(new TableEntity(EventKeys.Index, StatisticsKeys.CountedUntil) { [Until] = until }, TableUpdateMode.Replace, token),
        cancellationToken);

    private IAsyncEnumerable<TableEntity> RowsAsync(DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, CancellationToken cancellationToken) =>
        table.RowsAsync(
            StatisticsKeys.Days,
            StatisticsKeys.Day(from),
            EventKeys.After(StatisticsKeys.Day(to)),
            int.MaxValue,
            [nameof(TableEntity.RowKey), .. dimensions.Select(dimension => dimension.ToString())],
            cancellationToken);

    private async Task<Tally> SumUpAsync(LocalDay day, CancellationToken cancellationToken)
    {
        var hours = new ConcurrentBag<Tally>();
        await Parallel.ForEachAsync(
            day.Hours.Keys.Select(bucket => bucket.Hour).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = HoursAtOnce, CancellationToken = cancellationToken },
            async (hour, token) => hours.Add(await SumUpAsync(day, hour, token)));
        var sum = new Tally();
        foreach (var hour in hours)
        {
            sum.Add(hour);
        }

        return sum.Bounded();
    }

    private async Task<Tally> SumUpAsync(LocalDay day, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var sum = new Tally();
        await foreach (var row in table.RowsAsync(
            EventKeys.Hour(hour), StatisticsKeys.Tallies, EventKeys.After(StatisticsKeys.Tallies), int.MaxValue, cancellationToken))
        {
            if (day.Hours.TryGetValue(StatisticsKeys.ToBucket(hour, row.RowKey), out var onTheWall))
            {
                sum.AddAt(onTheWall, TallyColumns.Read(row));
            }
        }

        return sum;
    }

    private async Task<bool> TryWriteAsync(DateOnly date, Tally sum, ETag? version, CancellationToken cancellationToken)
    {
        var row = new TableEntity(StatisticsKeys.Days, StatisticsKeys.Day(date));
        TallyColumns.Write(row, sum);
        try
        {
            await StorageCalls.RunAsync(
                token => version is { } seen ? table.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, token) : table.AddEntityAsync(row, token),
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}

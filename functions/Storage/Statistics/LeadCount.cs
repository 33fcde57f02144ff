using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Counts one lead: reads all that is known of it, works out what it adds, and writes that where it differs. May be cut short anywhere and
/// begun again, and may run beside itself.
/// </summary>
/// <remarks>
/// The order is what makes it so. Claim the next number and name every bucket that may be touched; read what is known, after the claim; write
/// the buckets, never over a higher number; mark their hours; close the index. What is cut short leaves the index open, and the next count then
/// writes every bucket again. A bucket in which the lead no longer adds anything keeps an empty row: it holds the number.
/// </remarks>
internal sealed class LeadCount(TableClient table, LeadId lead)
{
    private const int MostTries = 8;
    private const int ShortestPause = 10;
    private const int LongestFirstPause = 40;
    private const string Number = "Number";

    private readonly string partition = StatisticsKeys.Facts(lead.Shard);

    /// <returns>Whether anything was different, or null when somebody else counts the lead at this moment and nobody won.</returns>
    public async Task<bool?> RunAsync(bool isTrusting, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var known = await ReadAsync(cancellationToken);
            if (known.Index.Says(known.Tallies) && (isTrusting || await IsWrittenAsync(known.Tallies, cancellationToken)))
            {
                return false;
            }

            if (await TryCountAsync(known, isTrusting, cancellationToken))
            {
                return true;
            }

            // Two at the same pace would go on undoing each other's claims.
            await Task.Delay(RandomNumberGenerator.GetInt32(ShortestPause, LongestFirstPause << tries), cancellationToken);
        }

        return null;
    }

    private async Task<bool> TryCountAsync(Known before, bool isTrusting, CancellationToken cancellationToken)
    {
        if (await TryWriteAsync(before.Index, before.Index.Opened(before.Tallies.Keys), cancellationToken) is not { } claimed)
        {
            return false;
        }

        var tallies = (await ReadAsync(cancellationToken)).Tallies;
        if (!tallies.Keys.All(claimed.Marks.ContainsKey))
        {
            if (await TryWriteAsync(claimed, claimed.Widened(tallies.Keys), cancellationToken) is not { } widened)
            {
                return false;
            }

            claimed = widened;
        }

        // After a count that was cut short, or where rows are not trusted, all of them are written again.
        var isSure = isTrusting && !before.Index.IsOpen;
        var changed = claimed.Marks
            .Where(mark => !isSure || mark.Value != (tallies.TryGetValue(mark.Key, out var tally) ? TallyColumns.Mark(tally) : ""))
            .Select(mark => mark.Key)
            .ToList();
        foreach (var bucket in changed)
        {
            if (!await TryPutAsync(bucket, tallies.GetValueOrDefault(bucket) ?? new(), claimed.Number, cancellationToken))
            {
                return false;
            }
        }

        await table.MarkAsync(changed.Select(bucket => StatisticsKeys.Changed(bucket.Hour)), cancellationToken);
        return await TryWriteAsync(claimed, claimed.Closed(tallies), cancellationToken) is not null;
    }

    /// <summary>Facts and index first, evidence then: an index that agrees with them was closed before they were read.</summary>
    private async Task<Known> ReadAsync(CancellationToken cancellationToken)
    {
        var beginning = EventKeys.Lead(lead);
        var rows = await table.RowsAsync(partition, beginning, EventKeys.After(beginning), int.MaxValue, cancellationToken).ToListAsync(cancellationToken);
        var evidence = await table.RowsAsync(lead.Shard.ToString(), beginning, EventKeys.After(beginning), int.MaxValue, cancellationToken)
            .Select(EventRow.ToEvent)
            .ToListAsync(cancellationToken);
        return new(
            CountIndex.Of(rows.Find(row => StatisticsKeys.Which(row.RowKey) == StatisticsKeys.Index)),
            LeadFold.Of(FactRow.ToFacts(rows), evidence));
    }

    private async Task<bool> IsWrittenAsync(IReadOnlyDictionary<Bucket, Tally> tallies, CancellationToken cancellationToken)
    {
        foreach (var (bucket, tally) in tallies)
        {
            if (await FindAsync(bucket, cancellationToken) is not { } row || TallyColumns.Mark(TallyColumns.Read(row)) != TallyColumns.Mark(tally))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>The index as it is stored then, or null when somebody else was first.</returns>
    private async Task<CountIndex?> TryWriteAsync(CountIndex before, CountIndex after, CancellationToken cancellationToken)
    {
        var row = after.ToRow(lead);
        try
        {
            var answer = await StorageCalls.RunAsync(
                token => before.Version is { } version
                    ? table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, token)
                    : table.AddEntityAsync(row, token),
                cancellationToken);
            return after with { Version = answer.Headers.ETag };
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return null;
        }
    }

    private async Task<bool> TryPutAsync(Bucket bucket, Tally tally, int number, CancellationToken cancellationToken)
    {
        var row = new TableEntity(EventKeys.Hour(bucket.Start), StatisticsKeys.Tally(bucket, lead)) { [Number] = number };
        TallyColumns.Write(row, tally);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = await FindAsync(bucket, cancellationToken);
            if (before?.Number(Number) >= number)
            {
                // Somebody who came later has the word; or this very write was made and its answer lost.
                return before.Number(Number) == number && TallyColumns.Mark(TallyColumns.Read(before)) == TallyColumns.Mark(tally);
            }

            try
            {
                await StorageCalls.RunAsync(
                    token => before is null
                        ? table.AddEntityAsync(row, token)
                        : table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, token),
                    cancellationToken);
                return true;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Somebody wrote meanwhile, perhaps we ourselves.
            }
        }

        return false;
    }

    private Task<TableEntity?> FindAsync(Bucket bucket, CancellationToken cancellationToken) =>
        table.FindAsync(EventKeys.Hour(bucket.Start), StatisticsKeys.Tally(bucket, lead), cancellationToken);

    /// <summary>What is known of the lead, and what follows from it.</summary>
    private sealed record Known(CountIndex Index, IReadOnlyDictionary<Bucket, Tally> Tallies);
}

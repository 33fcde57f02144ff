using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>
/// The keys of the months, read once and kept in memory. New rows are sealed under the key of the month in which they are written, by the clock of whoever
/// writes: no row is ever written anew under the key of a month that is over, which is what makes shredding safe.
/// </summary>
internal sealed partial class DataKeys([FromKeyedServices(StorageFeature.Plain)] TableClient table, Seal seal, TimeProvider clock, ILogger<DataKeys> logger)
{
    // A row that lacks its key must not cost a request each time it is looked at.
    private static readonly TimeSpan MissingFor = TimeSpan.FromMinutes(1);

    // The next month's key is made when every instance has long been told of it, were there one.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(31);

    private readonly ConcurrentDictionary<string, SealingKey> byName = new();
    private readonly ConcurrentDictionary<DateTimeOffset, SealingKey> byMonth = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> missing = new();
    private readonly SharedCalls<DateTimeOffset, SealingKey> making = new();
    private readonly SharedCalls<string, SealingKey?> finding = new();

    public bool AreOn => seal.HasKeys;

    /// <summary>The key under which new rows are sealed now.</summary>
    public ValueTask<SealingKey> ForWritingAsync(CancellationToken cancellationToken) => OfMonthAsync(clock.GetUtcNow(), cancellationToken);

    /// <summary>Reads or makes the keys of this month and the next, those that are not in memory.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await OfMonthAsync(now, cancellationToken);
        await OfMonthAsync(Beginning(Beginning(now) + Ahead), cancellationToken);
    }

    /// <returns>Null when there is no such key, or it was shredded.</returns>
    public async ValueTask<SealingKey?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (byName.TryGetValue(name, out var known))
        {
            return known;
        }

        return missing.TryGetValue(name, out var since) && (clock.GetUtcNow() - since).Duration() < MissingFor
            ? null
            : await finding.RunAsync(name, () => FindAsync(name), cancellationToken);
    }

    private async Task<SealingKey?> FindAsync(string name)
    {
        if (await table.FindAsync(DataKeyRow.Partition, name, CancellationToken.None) is not { } row || DataKeyRow.IsShredded(row))
        {
            missing[name] = clock.GetUtcNow();
            return null;
        }

        return Open(row);
    }

    private async ValueTask<SealingKey> OfMonthAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var month = Beginning(time);
        return byMonth.TryGetValue(month, out var known) ? known : await making.RunAsync(month, () => MakeAsync(month), cancellationToken);
    }

    private async Task<SealingKey> MakeAsync(DateTimeOffset month)
    {
        foreach (var name in DataKeyRow.NamesOf(month))
        {
            var row = await table.FindAsync(DataKeyRow.Partition, name, CancellationToken.None) ?? await InsertAsync(name);
            if (!DataKeyRow.IsShredded(row))
            {
                return byMonth[month] = Open(row);
            }
        }

        throw new LeadStoreUnavailableException($"All keys of {month:yyyy-MM} were shredded.");
    }

    // Of several instances at once one is first, and all others take that key.
    private async Task<TableEntity> InsertAsync(string name)
    {
        var row = DataKeyRow.New(name, seal, clock.GetUtcNow());
        try
        {
            await StorageCalls.RunAsync(token => table.AddEntityAsync(row, token), CancellationToken.None);
            LogMade(name);
            return row;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return await table.FindAsync(DataKeyRow.Partition, name, CancellationToken.None)
                ?? throw new LeadStoreUnavailableException($"The key of {name} is neither there nor to be made.", exception);
        }
    }

    private SealingKey Open(TableEntity row)
    {
        try
        {
            return byName[row.RowKey] = DataKeyRow.ToKey(row, seal);
        }
        catch (SealBrokenException exception)
        {
            // A setting is missing: nothing is wrong with the leads, and all of them can be read again when it is back.
            LogLocked(exception, row.RowKey);
            throw new LeadStoreUnavailableException($"The key of the month {row.RowKey} does not open: {exception.Message}", exception);
        }
    }

    private static DateTimeOffset Beginning(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    [LoggerMessage(LogLevel.Information, "Made the key of the month {Name}.")]
    private partial void LogMade(string name);

    [LoggerMessage(LogLevel.Critical, "The key of the month {Name} does not open: leads of this month can neither be read nor stored until Encryption__Keys has the key back.")]
    private partial void LogLocked(Exception exception, string name);
}

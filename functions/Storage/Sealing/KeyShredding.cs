using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>
/// Deletes the keys of past months that no row needs. That none does is read and not worked out: while any lead of the month is there, whatever its key,
/// and while any row names the key, it stays.
/// </summary>
/// <remarks>
/// Nothing is written anew under the key of a month that is over (<see cref="DataKeys"/>), and what is changed under it is there to be seen: so what nobody
/// needs when it is looked for, nobody needs afterwards. The margin is for clocks that differ, and for what is under way when a month ends.
/// </remarks>
internal sealed partial class KeyShredding(TableClient table, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    private readonly ILogger logger = logger;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var shredded = 0;
        await foreach (var row in table.KeyRowsAsync(cancellationToken))
        {
            var month = DataKeyRow.MonthOf(row.RowKey);
            if (!DataKeyRow.IsShredded(row)
                && month.AddMonths(1) + Margin < clock.GetUtcNow()
                && !await IsAnyCapturedAsync(month, cancellationToken)
                && !await IsNamedAsync(row.RowKey, cancellationToken)
                && await TryShredAsync(row, cancellationToken))
            {
                shredded++;
                LogShredded(row.RowKey);
            }
        }

        return shredded;
    }

    /// <summary>The short way to know that a key is needed: mostly the first shard has a lead of the month.</summary>
    private async Task<bool> IsAnyCapturedAsync(DateTimeOffset month, CancellationToken cancellationToken)
    {
        var (from, before) = (RowKeys.LeadsBefore(month.AddMonths(1)), RowKeys.LeadsBefore(month));
        foreach (var shard in Shard.All)
        {
            if (await table.RowsAsync(shard.ToString(), from, before, 1, ["RowKey"], cancellationToken).AnyAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsNamedAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var shard in Shard.All)
        {
            foreach (var (prefix, _) in SealedColumns.Kinds)
            {
                var filter = $"{TableRows.Beginning(shard.ToString(), prefix)} and {TableClient.CreateQueryFilter($"SealedUnder eq {name}")}";
                if (await table.RowsAsync(filter, 1, ["RowKey"], cancellationToken).AnyAsync(cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Wrapped anew meanwhile: the next night is soon enough.
    private async Task<bool> TryShredAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var shredded = DataKeyRow.Shredded(row, clock.GetUtcNow());
        try
        {
            await StorageCalls.RunAsync(token => table.UpdateEntityAsync(shredded, shredded.ETag, TableUpdateMode.Replace, token), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The key of the month {Name} is shredded: no row needs it. What is left of that month anywhere opens never again.")]
    private partial void LogShredded(string name);
}

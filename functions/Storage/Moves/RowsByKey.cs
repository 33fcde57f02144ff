using System.Collections.Concurrent;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Reads rows whose keys are known. Not with a filter that names many keys: Table Storage answers that by going through the whole partition
/// (learn.microsoft.com/azure/storage/tables/table-storage-design-for-query), which is no bar on a laptop and a long one in a full shard.
/// </summary>
internal sealed class RowsByKey(TableClient table)
{
    private const int AtOnce = 4;

    // For fewer the range is no shorter way.
    private const int FewestNeighbours = 4;

    /// <returns>Those that are there, each by one point read, some at once.</returns>
    public async Task<IReadOnlyCollection<TableEntity>> FindAsync(Shard shard, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<TableEntity>();
        await Parallel.ForEachAsync(
            keys,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (key, token) =>
            {
                if (await table.FindAsync(shard.ToString(), key, token) is { } row)
                {
                    found.Add(row);
                }
            });
        return found;
    }

    /// <summary>
    /// For keys that mostly stand together: the range that they span is read, but no further than twice as many rows as are wanted, and what was
    /// not in that part is read by itself.
    /// </summary>
    public async Task<IReadOnlyCollection<TableEntity>> FindNeighboursAsync(
        Shard shard, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var missing = keys.ToHashSet();
        var found = new List<TableEntity>();
        if (missing.Count >= FewestNeighbours)
        {
            var (first, last) = (missing.Min(StringComparer.Ordinal)!, missing.Max(StringComparer.Ordinal)!);
            await foreach (var row in table.RowsAsync(shard.ToString(), first, JustAfter(last), 2 * missing.Count, cancellationToken))
            {
                if (missing.Remove(row.RowKey))
                {
                    found.Add(row);
                }
            }
        }

        return [.. found, .. await FindAsync(shard, missing, cancellationToken)];
    }

    // Keys hold no such character, and those of leads are all of one length.
    private static string JustAfter(string key) => key + " ";
}

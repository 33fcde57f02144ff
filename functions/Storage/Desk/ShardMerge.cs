using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>Puts rows of many partitions into one order.</summary>
internal static class ShardMerge
{
    /// <summary>
    /// The rows of all, in the order of their keys. All are begun at once; each goes on only when it is its turn, so no more is read than is
    /// wanted.
    /// </summary>
    /// <param name="partitions">Each in the order of its keys.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public static async IAsyncEnumerable<TableEntity> InOrderAsync(
        IEnumerable<IAsyncEnumerable<TableEntity>> partitions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = partitions.Select(partition => partition.GetAsyncEnumerator(cancellationToken)).ToList();
        try
        {
            var heads = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(StringComparer.Ordinal);
            var begun = await Task.WhenAll(all.Select(async rows => (Rows: rows, HasRow: await rows.MoveNextAsync())));
            heads.EnqueueRange(begun.Where(head => head.HasRow).Select(head => (head.Rows, head.Rows.Current.RowKey)));
            while (heads.TryDequeue(out var rows, out _))
            {
                yield return rows.Current;
                if (await rows.MoveNextAsync())
                {
                    heads.Enqueue(rows, rows.Current.RowKey);
                }
            }
        }
        finally
        {
            foreach (var rows in all)
            {
                await rows.DisposeAsync();
            }
        }
    }
}

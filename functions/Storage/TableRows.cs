using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>Enumerates rows of one partition.</summary>
internal static class TableRows
{
    private const int LargestPage = 1000;

    /// <summary>The rows with keys from <paramref name="from"/> to before <paramref name="before"/>, in the order of their keys.</summary>
    /// <remarks>
    /// A page may be empty and not be the last (azure-sdk-for-net#45227): the enumeration ends only where no continuation is given.
    /// </remarks>
    public static IAsyncEnumerable<TableEntity> RowsAsync(
        this TableClient table, string partition, string from, string before, int limit, CancellationToken cancellationToken) =>
        table.RowsAsync(partition, from, before, limit, select: null, cancellationToken);

    /// <summary>The same with the columns that are asked for and no others; null for all.</summary>
    public static async IAsyncEnumerable<TableEntity> RowsAsync(
        this TableClient table,
        string partition,
        string from,
        string before,
        int limit,
        IReadOnlyCollection<string>? select,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = table.QueryAsync<TableEntity>(filter, Math.Min(limit, LargestPage), select, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await using (rows)
        {
            for (var read = 0; read < limit && await StorageCalls.TryMoveNextAsync(rows, deadline, cancellationToken); read++)
            {
                yield return rows.Current;
            }
        }
    }
}

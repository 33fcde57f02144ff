using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;

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
        await foreach (var row in table.RowsAsync(Between(partition, from, before), Math.Min(limit, LargestPage), select, cancellationToken).Take(limit))
        {
            yield return row;
        }
    }

    /// <summary>The rows that pass a filter of one partition, in the order of their keys.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">An OData filter.</param>
    /// <param name="pageSize">How many rows to ask for at once, at most 1000.</param>
    /// <param name="select">The columns to read; null for all.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async IAsyncEnumerable<TableEntity> RowsAsync(
        this TableClient table, string filter, int pageSize, IEnumerable<string>? select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = table.QueryAsync<TableEntity>(filter, Math.Min(pageSize, LargestPage), select, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await using (rows)
        {
            while (await StorageCalls.TryMoveNextAsync(rows, deadline, cancellationToken))
            {
                yield return rows.Current;
            }
        }
    }

    /// <summary>The rows of a shard whose keys begin so, in the order of their keys.</summary>
    public static IAsyncEnumerable<TableEntity> BeginningAsync(this TableClient table, Shard shard, string beginning, CancellationToken cancellationToken) =>
        table.RowsAsync(shard.ToString(), beginning, After(beginning), int.MaxValue, cancellationToken);

    /// <summary>The filter that passes the rows of a partition whose keys begin so, and none else; more may follow it with <c>and</c>.</summary>
    public static string Beginning(string partition, string beginning) => Between(partition, beginning, After(beginning));

    /// <summary>The filter that passes the rows of a partition from a key on, as long as they come before another; more may follow it with <c>and</c>.</summary>
    public static string Between(string partition, string from, string before) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");

    /// <summary>Comes after every key that begins so, where keys go on with letters and digits.</summary>
    public static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);
}

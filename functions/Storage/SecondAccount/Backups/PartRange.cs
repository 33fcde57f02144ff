using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The rows of one table from one partition to before another.</summary>
/// <param name="Name">Of the part that they make.</param>
/// <param name="From">The first partition.</param>
/// <param name="To">The first partition that is none of them; null for none.</param>
internal sealed record PartRange(string Name, string From, string? To)
{
    private const int PageSize = 1000;

    /// <summary>The sixteen shards, and what is before and behind them.</summary>
    public static IReadOnlyList<PartRange> OfLeads { get; } =
    [
        new("before", "", Shard.All[0].ToString()),
        .. Shard.All.Select(shard => new PartRange(shard.ToString(), shard.ToString(), After(shard))),
        new("behind", After(Shard.All[^1]), null),
    ];

    /// <summary>All in one: hours have their own partitions, and are many.</summary>
    public static IReadOnlyList<PartRange> OfEvents { get; } = [new("events", "", null)];

    /// <summary>The rows behind a place, in the order of their keys. One partition at a time is asked for where that is possible: a query over "this or that" would read the whole table.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="after">The keys of the last row that is not wanted; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<TableEntity> RowsAsync(
        TableClient table, (string Partition, string RowKey)? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after is { } last)
        {
            var rest = TableClient.CreateQueryFilter($"PartitionKey eq {last.Partition} and RowKey gt {last.RowKey}");
            await foreach (var row in table.RowsAsync(rest, PageSize, select: null, cancellationToken))
            {
                yield return row;
            }
        }

        var filter = after is { } done
            ? TableClient.CreateQueryFilter($"PartitionKey gt {done.Partition}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {From}");
        filter = To is { } end ? $"{filter} and {TableClient.CreateQueryFilter($"PartitionKey lt {end}")}" : filter;
        await foreach (var row in table.RowsAsync(filter, PageSize, select: null, cancellationToken))
        {
            yield return row;
        }
    }

    // No key of a partition holds a character behind z.
    private static string After(Shard shard) => $"{shard}~";
}

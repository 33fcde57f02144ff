using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>Enumerates the keys of the months.</summary>
internal static class KeyRows
{
    private const int PageSize = 1000;

    /// <summary>All of them, also those that were shredded, the earliest month first.</summary>
    public static IAsyncEnumerable<TableEntity> KeyRowsAsync(this TableClient table, CancellationToken cancellationToken) =>
        table.RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {DataKeyRow.Partition}"), PageSize, select: null, cancellationToken);
}

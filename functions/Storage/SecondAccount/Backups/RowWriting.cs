using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>Writes rows in as few transactions as the service allows, whatever was under their keys before.</summary>
internal sealed class RowWriting(TableClient table)
{
    // A transaction takes 4 MiB (learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions); texts grow on the way, as bytes do in base64.
    private const int MostBytes = 1_500_000;

    private Batch? batch;
    private string partition = "";
    private long bytes;
    private (string Partition, string RowKey) latest;

    /// <summary>How many rows are written, for good.</summary>
    public long Written { get; private set; }

    /// <summary>The keys of the last row that is written, for good.</summary>
    public (string Partition, string RowKey)? Last { get; private set; }

    public async Task AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var size = SizeOf(row);
        if (batch is null || partition != row.PartitionKey || batch.Actions.Count == Batch.MostRows || bytes + size > MostBytes)
        {
            await FlushAsync(cancellationToken);
            (batch, partition, bytes) = (new(row.PartitionKey), row.PartitionKey, 0);
        }

        batch.Put(row);
        bytes += size;
        latest = (row.PartitionKey, row.RowKey);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (batch is { Actions.Count: > 0 and var count } full)
        {
            await table.CommitAsync(full, cancellationToken);
            Written += count;
            Last = latest;
            batch = null;
        }
    }

    private static long SizeOf(TableEntity row) => row.Sum(column => column.Value switch
    {
        string text => 2L * text.Length,
        byte[] part => part.Length,
        BinaryData part => part.ToMemory().Length,
        _ => 16L,
    });
}

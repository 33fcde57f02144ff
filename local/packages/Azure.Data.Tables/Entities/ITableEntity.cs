namespace Azure.Data.Tables;

/// <summary>A row of a table. A class of one's own that implements this is stored property by property.</summary>
public interface ITableEntity
{
    /// <summary>The partition: rows of one partition can be changed together in a transaction. At most 1 KiB.</summary>
    string PartitionKey { get; set; }

    /// <summary>Unique within the partition, and the order in which its rows are read. At most 1 KiB.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row, in UTC; set by the service and never sent to it.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read. It is never sent by itself: pass it where a condition is wanted.</summary>
    ETag ETag { get; set; }
}

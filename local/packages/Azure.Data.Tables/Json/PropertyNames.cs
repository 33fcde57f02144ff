namespace Azure.Data.Tables.Json;

/// <summary>The names that the table service itself gives meaning to.</summary>
internal static class PropertyNames
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "ETag";
    public const string ODataETag = "odata.etag";

    /// <summary>What the service writes by itself and refuses, or ignores, from a client.</summary>
    public static bool IsSetByTheService(string name) => name is Timestamp or ODataETag;
}

namespace Azure.Data.Tables.Requests;

/// <summary>Headers of the table service, and the values that never change.</summary>
internal static class HeaderNames
{
    public const string Version = "x-ms-version";
    public const string DataServiceVersion = "DataServiceVersion";
    public const string DataServiceVersionValue = "3.0";
    public const string Prefer = "Prefer";
    public const string NoContent = "return-no-content";
    public const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    public const string NextRowKey = "x-ms-continuation-NextRowKey";
    public const string NextTableName = "x-ms-continuation-NextTableName";

    public const string Json = "application/json";

    /// <summary>Entities come with the types that JSON cannot show, and with nothing more.</summary>
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    public const string NoMetadata = "application/json;odata=nometadata";
}

namespace Azure.Data.Tables.Requests;

/// <summary>The addresses of tables and entities under an account.</summary>
internal static class EntityPath
{
    /// <summary>Every request names the form of its answer in the query, too.</summary>
    public const string FormatName = "$format";
    public const string FormatValue = "application%2Fjson%3Bodata%3Dminimalmetadata";
    public const string Format = $"{FormatName}={FormatValue}";

    public const string Tables = "/Tables";
    public const string Batch = "/$batch";

    public static string OfTable(string table) => "/" + Uri.EscapeDataString(table);

    public static string OfEntity(string table, string partitionKey, string rowKey) =>
        $"/{Uri.EscapeDataString(table)}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    public static string OfTableToDelete(string table) => $"/Tables('{Escape(table)}')";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}

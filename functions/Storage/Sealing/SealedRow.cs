using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>A row whose columns are sealed as one. Its keys stay readable: they hold nothing about anybody.</summary>
internal sealed class SealedRow(Seal seal)
{
    // A binary column holds 64 KiB at most (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model).
    private const int LargestColumn = 60_000;

    private const string Column = "Sealed";

    /// <param name="row">The row to keep.</param>
    /// <param name="from">What table the row is of: part of its place.</param>
    /// <returns>A row with the same keys.</returns>
    public TableEntity Close(TableEntity row, string from)
    {
        var kept = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (index, part) in seal.Close(RowJson.Write(row), Place(row, from)).Chunk(LargestColumn).Index())
        {
            kept[ColumnOf(index)] = part;
        }

        return kept;
    }

    /// <exception cref="SealBrokenException">It does not open.</exception>
    public TableEntity Open(TableEntity kept, string from)
    {
        var text = new List<byte>();
        for (var index = 0; kept.GetBinary(ColumnOf(index)) is { } part; index++)
        {
            text.AddRange(part);
        }

        return RowJson.Read(kept.PartitionKey, kept.RowKey, seal.Open([.. text], Place(kept, from)));
    }

    /// <summary>The id of the key of the settings under which a row is kept; null for a row that is not sealed.</summary>
    public static string? KeyOf(TableEntity kept) => kept.GetBinary(Column) is { } text ? SealedBytes.KeyOf(text) : null;

    private static string ColumnOf(int index) => index == 0 ? Column : $"{Column}{index}";

    private static string Place(TableEntity row, string from) => $"{from}/{row.PartitionKey}/{row.RowKey}";
}

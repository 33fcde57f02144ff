using System.Globalization;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>How far a part of a copy has come: a row of the copy's own table.</summary>
/// <param name="Name">Of the part.</param>
/// <param name="Rows">How many rows are copied.</param>
/// <param name="After">The keys of the last row that was copied; null for none.</param>
/// <param name="FinishedAt">When the last row was copied (UTC); null while one is missing.</param>
internal sealed record PartRow(string Name, long Rows, (string Partition, string RowKey)? After, DateTimeOffset? FinishedAt)
{
    /// <summary>Comes before the partitions of all copied rows.</summary>
    public const string Partition = "!";

    private const string TablePrefix = "backup";
    private const string DayFormat = "yyyyMMdd";
    private const string AfterPartition = "AfterPartition";
    private const string AfterRow = "AfterRow";

    public static PartRow Read(TableEntity row) => new(
        row.RowKey,
        row.GetInt64(nameof(Rows)) ?? 0,
        row.GetString(AfterPartition) is { } partition ? (partition, row.Text(AfterRow)) : null,
        row.GetDateTimeOffset(nameof(FinishedAt)));

    public TableEntity ToRow()
    {
        var row = new TableEntity(Partition, Name) { [nameof(Rows)] = Rows };
        row.SetIfAny(nameof(FinishedAt), FinishedAt);
        if (After is { } after)
        {
            row[AfterPartition] = after.Partition;
            row[AfterRow] = after.RowKey;
        }

        return row;
    }

    /// <summary>The name of a day's table.</summary>
    public static string TableOf(DateOnly day) => TablePrefix + day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="TableOf"/> wrote.</summary>
    public static DateOnly? DayOf(string table) =>
        table.StartsWith(TablePrefix, StringComparison.Ordinal)
        && DateOnly.TryParseExact(table[TablePrefix.Length..], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Which columns say who somebody is or what they, or staff about them, wrote in their own words, and how they stand in one column: a JSON object of texts.
/// What else a row says is for filters and merges, and says nothing about anybody without these.
/// </summary>
internal static class SealedColumns
{
    /// <summary>The column that holds the others, sealed.</summary>
    public const string Sealed = "Sealed";

    /// <summary>The name of the key under which they are sealed: by it is looked for rows that need a key.</summary>
    public const string SealedUnder = "SealedUnder";

    private static readonly string[] None = [];
    private static readonly string[] OfTimeline = [nameof(TimelineDeed.Text)];

    private static readonly string[] OfLead =
        [nameof(Lead.Name), nameof(Lead.Email), nameof(Lead.Phone), nameof(Lead.Message), nameof(Lead.Source), nameof(Lead.ClosedReason)];

    // Readable where it is read: nothing here is put into a page.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the keys of rows begin with that have such columns, and the column that each of them has where it is not sealed.</summary>
    public static IReadOnlyList<(string Prefix, string Column)> Kinds { get; } =
        [(RowKeys.LeadPrefix, nameof(Lead.Name)), (RowKeys.TimelinePrefix, nameof(TimelineDeed.Text))];

    /// <summary>What does not go into a sealed row as it is: what is sealed, by what it is found, and what is no column.</summary>
    public static FrozenSet<string> NotCopied { get; } =
        ((string[])[.. OfLead, .. OfTimeline, .. SearchIndex.Columns, .. RowJson.NotColumns]).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string rowKey) => rowKey.StartsWith(RowKeys.LeadPrefix, StringComparison.Ordinal) ? OfLead
        : rowKey.StartsWith(RowKeys.TimelinePrefix, StringComparison.Ordinal) ? OfTimeline
        : None;

    public static ReadOnlyMemory<byte> Write(TableEntity row, IReadOnlyList<string> columns)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, Json);
        json.WriteStartObject();
        foreach (var column in columns)
        {
            if (row.GetString(column) is { Length: > 0 } text)
            {
                json.WriteString(column, text);
            }
        }

        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    public static void Read(ReadOnlySpan<byte> text, TableEntity row)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = reader.GetString() ?? "";
            reader.Read();
            row[column] = reader.GetString();
        }
    }
}

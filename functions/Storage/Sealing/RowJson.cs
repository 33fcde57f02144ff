using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>
/// The columns of a row as JSON that gives each back with its own type: <c>{ "Name": ["s", "Robin"], "Attempts": ["i", 2] }</c>. Keys, ETag and
/// timestamp are not among them.
/// </summary>
internal static class RowJson
{
    private const string Time = "t";

    public static readonly string[] NotColumns = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static byte[] Write(TableEntity row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in row.Where(column => column.Value is not null && !NotColumns.Contains(column.Key)))
            {
                json.WriteStartArray(name);
                WriteValue(json, row, name, value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static TableEntity Read(string partition, string rowKey, ReadOnlySpan<byte> text)
    {
        var row = new TableEntity(partition, rowKey);
        var reader = new Utf8JsonReader(text);
        using var json = JsonDocument.ParseValue(ref reader);
        foreach (var column in json.RootElement.EnumerateObject())
        {
            row[column.Name] = ReadValue(column.Value[0].GetString(), column.Value[1]);
        }

        return row;
    }

    private static void WriteValue(Utf8JsonWriter json, TableEntity row, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue("s");
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteStringValue("b");
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteStringValue("i");
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteStringValue("l");
                json.WriteNumberValue(number);
                break;
            case double number:
                // As text: JSON has no infinity and no NaN.
                json.WriteStringValue("d");
                json.WriteStringValue(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                json.WriteStringValue("g");
                json.WriteStringValue(id);
                break;
            case DateTimeOffset or DateTime:
                json.WriteStringValue(Time);
                json.WriteStringValue(row.GetDateTimeOffset(name)!.Value.UtcDateTime);
                break;
            case byte[] or BinaryData:
                json.WriteStringValue("x");
                json.WriteBase64StringValue(row.GetBinary(name));
                break;
            default:
                throw new UnreachableException($"Column {name} has a type that Table Storage does not know.");
        }
    }

    private static object ReadValue(string? type, JsonElement value) => type switch
    {
        "s" => value.GetString()!,
        "b" => value.GetBoolean(),
        "i" => value.GetInt32(),
        "l" => value.GetInt64(),
        "d" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        "g" => value.GetGuid(),
        Time => new DateTimeOffset(value.GetDateTime()),
        "x" => value.GetBytesFromBase64(),
        _ => throw new FormatException($"There is no type '{type}' of columns."),
    };
}

using System.Text.Json;
using Azure.Data.Tables.Json.Poco;

namespace Azure.Data.Tables.Json;

/// <summary>An entity as the JSON object that the service stores: each property, and its type where JSON does not show it.</summary>
internal static class EntityWriter
{
    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        json.WriteStartObject();
        switch (entity)
        {
            case TableEntity table:
                WriteProperties(json, table);
                break;
            case IDictionary<string, object> dictionary:
                WriteProperties(json, new TableEntity(dictionary));
                break;
            default:
                PocoMapping.For(entity.GetType()).Write(json, entity);
                break;
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteProperties(Utf8JsonWriter json, TableEntity entity)
    {
        var properties = entity.Properties();
        while (properties.MoveNext())
        {
            var (name, value) = properties.Current;
            if (!PropertyNames.IsSetByTheService(name))
            {
                Write(json, name, value);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        if (WriteValue(json, value) is { } type)
        {
            WriteType(json, name, type);
        }
    }

    /// <returns>The type to say beside the value, or null when the value shows it.</returns>
    private static JsonEncodedText? WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                return null;
            case string text:
                json.WriteStringValue(text);
                return null;
            case int number:
                json.WriteNumberValue(number);
                return null;
            case bool flag:
                json.WriteBooleanValue(flag);
                return null;
            case long number:
                EdmJson.WriteInt64(json, number);
                return EdmType.Int64;
            case ulong number:
                EdmJson.WriteUInt64(json, number);
                return EdmType.Int64;
            case DateTimeOffset time:
                EdmJson.WriteDateTimeOffset(json, time);
                return EdmType.DateTime;
            case DateTime time:
                EdmJson.WriteDateTime(json, time);
                return EdmType.DateTime;
            case Guid guid:
                json.WriteStringValue(guid);
                return EdmType.Guid;
            case double number:
                EdmJson.WriteDouble(json, number);
                return EdmType.Double;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                return EdmType.Binary;
            case BinaryData bytes:
                json.WriteBase64StringValue(bytes.ToMemory().Span);
                return EdmType.Binary;
            case Enum:
                throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
            default:
                throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void WriteType(Utf8JsonWriter json, string name, JsonEncodedText type)
    {
        // The service allows names of 255 characters; longer ones are for it to refuse.
        const int OnStack = 256;
        var length = name.Length + EdmType.Suffix.Length;
        var annotation = length <= OnStack ? stackalloc char[OnStack] : new char[length];
        name.CopyTo(annotation);
        EdmType.Suffix.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation[..length], type);
    }
}

using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>A property's value, by the type that the service gives for it or else by its looks.</summary>
internal static class EdmValue
{
    private static readonly object True = true;
    private static readonly object False = false;

    /// <exception cref="NotSupportedException">The service names a type that no property can have.</exception>
    public static object? Read(ref Utf8JsonReader json, string? type) => json.TokenType is JsonTokenType.Null
        ? null
        : type switch
        {
            null => ReadUntyped(ref json),
            "Edm.Int64" => EdmJson.ReadInt64(ref json),
            "Edm.DateTime" => EdmJson.ReadDateTimeOffset(ref json),
            "Edm.Guid" => EdmJson.ReadGuid(ref json),
            "Edm.Double" => EdmJson.ReadDouble(ref json),
            "Edm.Binary" => EdmJson.ReadBinary(ref json),
            _ => throw new NotSupportedException($"Not supported type {type}"),
        };

    /// <summary>Gives a value that was read without its type the type that came behind it.</summary>
    public static object? Retype(object? value, string type)
    {
        var json = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(value));
        json.Read();
        return Read(ref json, type);
    }

    private static object? ReadUntyped(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        JsonTokenType.Number when json.TryGetInt32(out var number) => number,
        JsonTokenType.Number when json.TryGetInt64(out var number) => number,
        JsonTokenType.Number => json.GetDouble(),
        _ => throw new NotSupportedException($"Not supported JSON {json.TokenType}"),
    };
}

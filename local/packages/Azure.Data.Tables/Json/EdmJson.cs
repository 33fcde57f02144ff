using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>Values in the forms that the table service knows: 64-bit numbers, dates and bytes are strings.</summary>
internal static class EdmJson
{
    private static readonly StandardFormat RoundTrip = new('O');

    public static void WriteInt64(Utf8JsonWriter json, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        var fits = Utf8Formatter.TryFormat(value, digits, out var length);
        Debug.Assert(fits, "20 characters hold every Int64");
        json.WriteStringValue(digits[..length]);
    }

    public static void WriteUInt64(Utf8JsonWriter json, ulong value)
    {
        Span<byte> digits = stackalloc byte[20];
        var fits = Utf8Formatter.TryFormat(value, digits, out var length);
        Debug.Assert(fits, "20 characters hold every UInt64");
        json.WriteStringValue(digits[..length]);
    }

    /// <exception cref="ArgumentException">The number is infinite. The service could store it, but the published package does not send it.</exception>
    public static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsNaN(value))
        {
            json.WriteStringValue("NaN"u8);
            return;
        }

        json.WriteNumberValue(value);
    }

    /// <summary>Writes all seven digits of the fraction.</summary>
    /// <exception cref="NotSupportedException">The value is not UTC, so that the moment it means is anybody's guess.</exception>
    public static void WriteDateTime(Utf8JsonWriter json, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new NotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"DateTime {value} has a Kind of {value.Kind}. Azure SDK requires it to be UTC. You can call DateTime.SpecifyKind to change Kind property value to DateTimeKind.Utc."));
        }

        Span<byte> text = stackalloc byte[28];
        var fits = Utf8Formatter.TryFormat(value, text, out var length, RoundTrip);
        Debug.Assert(fits, "the round-trip form of a UTC time has 28 characters");
        json.WriteStringValue(text[..length]);
    }

    public static void WriteDateTimeOffset(Utf8JsonWriter json, DateTimeOffset value) => WriteDateTime(json, value.UtcDateTime);

    public static long ReadInt64(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number ? json.GetInt64() : long.Parse(Text(ref json), CultureInfo.InvariantCulture);

    public static ulong ReadUInt64(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number ? json.GetUInt64() : ulong.Parse(Text(ref json), CultureInfo.InvariantCulture);

    /// <summary>Reads a number, or the name of a value that JSON has no number for: NaN, Infinity, -Infinity.</summary>
    public static double ReadDouble(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number ? json.GetDouble() : double.Parse(Text(ref json), CultureInfo.InvariantCulture);

    public static int ReadInt32(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number && json.TryGetInt32(out var value) ? value : throw Mismatch<int>(ref json);

    public static bool ReadBoolean(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : throw Mismatch<bool>(ref json);

    public static byte[] ReadBinary(ref Utf8JsonReader json) => Convert.FromBase64String(Text(ref json));

    public static Guid ReadGuid(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String && json.TryGetGuid(out var value) ? value : Guid.Parse(Text(ref json));

    public static DateTime ReadDateTime(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String && json.TryGetDateTime(out var value)
            ? value
            : DateTime.Parse(Text(ref json), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String && json.TryGetDateTimeOffset(out var value)
            ? value
            : DateTimeOffset.Parse(Text(ref json), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static string Text(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String ? json.GetString()! : throw Mismatch<string>(ref json);

    private static InvalidCastException Mismatch<T>(ref Utf8JsonReader json) =>
        new($"Unable to read a JSON {json.TokenType} as {typeof(T)}.");
}

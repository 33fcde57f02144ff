using System.Collections.Frozen;
using System.Text.Json;

namespace Azure.Data.Tables.Json.Poco;

/// <summary>The types that a class's properties may have. Enumerations are stored by name.</summary>
internal static class EdmCodecs
{
    private static readonly FrozenDictionary<Type, object> ByType = new Dictionary<Type, object>
    {
        [typeof(string)] = new EdmCodec<string>(null, static (json, value) => json.WriteStringValue(value), ReadString),
        [typeof(int)] = new EdmCodec<int>(null, static (json, value) => json.WriteNumberValue(value), EdmJson.ReadInt32),
        [typeof(bool)] = new EdmCodec<bool>(null, static (json, value) => json.WriteBooleanValue(value), EdmJson.ReadBoolean),
        [typeof(long)] = new EdmCodec<long>(EdmType.Int64, EdmJson.WriteInt64, EdmJson.ReadInt64),
        [typeof(ulong)] = new EdmCodec<ulong>(EdmType.Int64, EdmJson.WriteUInt64, EdmJson.ReadUInt64),
        [typeof(double)] = new EdmCodec<double>(EdmType.Double, EdmJson.WriteDouble, EdmJson.ReadDouble),
        [typeof(Guid)] = new EdmCodec<Guid>(EdmType.Guid, static (json, value) => json.WriteStringValue(value), EdmJson.ReadGuid),
        [typeof(DateTime)] = new EdmCodec<DateTime>(EdmType.DateTime, EdmJson.WriteDateTime, EdmJson.ReadDateTime),
        [typeof(DateTimeOffset)] = new EdmCodec<DateTimeOffset>(EdmType.DateTime, EdmJson.WriteDateTimeOffset, EdmJson.ReadDateTimeOffset),
        [typeof(byte[])] = new EdmCodec<byte[]>(EdmType.Binary, static (json, value) => json.WriteBase64StringValue(value), EdmJson.ReadBinary),
        [typeof(BinaryData)] = new EdmCodec<BinaryData>(
            EdmType.Binary,
            static (json, value) => json.WriteBase64StringValue(value.ToMemory().Span),
            static (ref json) => BinaryData.FromBytes(EdmJson.ReadBinary(ref json))),
        [typeof(ETag)] = new EdmCodec<ETag>(
            null,
            static (json, _) => throw Unsupported(typeof(ETag)),
            static (ref json) => new ETag(EdmJson.Text(ref json))),
    }.ToFrozenDictionary();

    public static EdmCodec<T> For<T>()
    {
        if (ByType.TryGetValue(typeof(T), out var known))
        {
            return (EdmCodec<T>)known;
        }

        if (Nullable.GetUnderlyingType(typeof(T)) is { } underlying)
        {
            return Make<T>(nameof(OfNullable), underlying);
        }

        return typeof(T).IsEnum
            ? Make<T>(nameof(OfEnum), typeof(T))
            : new EdmCodec<T>(null, static (_, _) => throw Unsupported(typeof(T)), ReadNothing<T>);
    }

    private static EdmCodec<T> Make<T>(string maker, Type argument) =>
        (EdmCodec<T>)typeof(EdmCodecs)
            .GetMethod(maker, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(argument)
            .Invoke(null, null)!;

    private static EdmCodec<T?> OfNullable<T>()
        where T : struct
    {
        var codec = For<T>();
        return new EdmCodec<T?>(codec.Type, (json, value) => codec.Write(json, value.GetValueOrDefault()), (ref json) => codec.Read(ref json));
    }

    private static EdmCodec<T> OfEnum<T>()
        where T : struct, Enum =>
        new(null, static (json, value) => json.WriteStringValue(value.ToString()), static (ref json) => Enum.Parse<T>(EdmJson.Text(ref json)));

    /// <summary>A string property is null when what is stored is not a string.</summary>
    private static string ReadString(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.String)
        {
            return json.GetString()!;
        }

        json.Skip();
        return null!;
    }

    private static T ReadNothing<T>(ref Utf8JsonReader json)
    {
        json.Skip();
        return default!;
    }

    private static NotSupportedException Unsupported(Type type) => new($"Not supported type {type}");
}

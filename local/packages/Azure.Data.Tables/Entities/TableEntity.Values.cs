namespace Azure.Data.Tables;

// Each returns null when there is no such property, and throws InvalidOperationException when it is of another type.
public sealed partial class TableEntity
{
    public string? GetString(string key) => Get(key) switch
    {
        null => null,
        string value => value,
        var other => throw WrongType<string>(other),
    };

    public byte[]? GetBinary(string key) => Get(key) switch
    {
        null => null,
        byte[] value => value,
        var other => throw WrongType<byte[]>(other),
    };

    public BinaryData? GetBinaryData(string key) => Get(key) switch
    {
        null => null,
        BinaryData value => value,
        byte[] value => BinaryData.FromBytes(value),
        var other => throw WrongType<BinaryData>(other),
    };

    public DateTime? GetDateTime(string key) => Get(key) switch
    {
        null => null,
        DateTime value => value,
        DateTimeOffset value => value.UtcDateTime,
        var other => throw WrongType<DateTime?>(other),
    };

    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key) switch
    {
        null => null,
        DateTimeOffset value => value,
        DateTime value => new DateTimeOffset(value),
        var other => throw WrongType<DateTimeOffset?>(other),
    };

    public bool? GetBoolean(string key) => GetStruct<bool>(key);

    public double? GetDouble(string key) => GetStruct<double>(key);

    public Guid? GetGuid(string key) => GetStruct<Guid>(key);

    public int? GetInt32(string key) => GetStruct<int>(key);

    public long? GetInt64(string key) => GetStruct<long>(key);

    private T? GetStruct<T>(string key)
        where T : struct => Get(key) switch
        {
            null => null,
            T value => value,
            var other => throw WrongType<T?>(other),
        };

    private object? Get(string key) => properties.GetValueOrDefault(key);

    private static InvalidOperationException WrongType<T>(object value) =>
        new($"Cannot return {typeof(T)} type for a {value.GetType()} typed property.");
}

using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables.Json;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its properties, in the order in which they were set.</summary>
/// <remarks>
/// Values are <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="Guid"/>,
/// <see cref="DateTimeOffset"/>, UTC <see cref="DateTime"/>, <see cref="BinaryData"/> or bytes; a null value is not stored.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the published package.")]
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> properties;

    /// <summary>An entity without keys; both must be set before it is stored.</summary>
    public TableEntity()
        : this([])
    {
    }

    /// <summary>An entity with its keys and nothing else.</summary>
    public TableEntity(string? partitionKey, string? rowKey)
        : this([])
    {
        PartitionKey = partitionKey!;
        RowKey = rowKey!;
    }

    /// <summary>An entity with a copy of <paramref name="values"/>, keys included.</summary>
    public TableEntity(IDictionary<string, object>? values)
        : this(values is null ? [] : new Dictionary<string, object>(values))
    {
    }

    internal TableEntity(Dictionary<string, object> properties) => this.properties = properties;

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(PropertyNames.PartitionKey)!;
        set => properties[PropertyNames.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(PropertyNames.RowKey)!;
        set => properties[PropertyNames.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyNames.Timestamp);
        set => properties[PropertyNames.Timestamp] = value!;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(PropertyNames.ODataETag) is { } etag ? new ETag(etag) : default;
        set => properties[PropertyNames.ODataETag] = value.ToString();
    }

    /// <summary>How many properties there are, keys included.</summary>
    public int Count => properties.Count;

    /// <summary>The names of the properties, keys included.</summary>
    public ICollection<string> Keys => properties.Keys;

    /// <summary>The value of a property, or null when there is none.</summary>
    /// <remarks>A whole number that is set over a <see cref="long"/> or <see cref="double"/> keeps the type that the property had.</remarks>
    [AllowNull]
    public object this[string key]
    {
        get => properties.TryGetValue(key, out var value) ? value : null!;
        set => properties[key] = value is int number && properties.TryGetValue(key, out var current) ? InTypeOf(current, number) : value!;
    }

    internal Dictionary<string, object>.Enumerator Properties() => properties.GetEnumerator();

    private static object InTypeOf(object current, int number) => current switch
    {
        long => (object)(long)number,
        double => (double)number,
        _ => number,
    };
}

using System.Text.Json;
using Azure.Data.Tables.Json.Poco;

namespace Azure.Data.Tables.Json;

/// <summary>Entities from the service's answers.</summary>
internal static class EntityReader
{
    /// <summary>The one entity that an answer holds.</summary>
    public static T ReadOne<T>(ReadOnlySpan<byte> utf8)
        where T : class, ITableEntity
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        return Read<T>(ref json, new PropertyNameCache());
    }

    /// <summary>The entities of a page, which may be none.</summary>
    public static List<T> ReadPage<T>(ReadOnlySpan<byte> utf8)
        where T : class, ITableEntity
    {
        var entities = new List<T>();
        var names = new PropertyNameCache();
        var json = new Utf8JsonReader(utf8);
        if (PageReader.MoveToValues(ref json))
        {
            while (json.Read() && json.TokenType is JsonTokenType.StartObject)
            {
                entities.Add(Read<T>(ref json, names));
            }
        }

        return entities;
    }

    private static T Read<T>(ref Utf8JsonReader json, PropertyNameCache names)
        where T : class, ITableEntity
    {
        if (typeof(T) == typeof(TableEntity))
        {
            return (T)(object)TableEntityReader.Read(ref json, names);
        }

        var entity = Activator.CreateInstance<T>();
        PocoMapping.For(typeof(T)).Read(ref json, entity);
        return entity;
    }
}

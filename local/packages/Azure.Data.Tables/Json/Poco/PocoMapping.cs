using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Json.Poco;

/// <summary>The stored properties of a class that implements <see cref="ITableEntity"/>, found once per class.</summary>
/// <remarks>
/// Public properties and fields of the instance; <see cref="IgnoreDataMemberAttribute"/> leaves one out and
/// <see cref="DataMemberAttribute.Name"/> gives another name. Keys that are implemented explicitly are found through the interface.
/// </remarks>
internal sealed class PocoMapping
{
    private static readonly ConcurrentDictionary<Type, PocoMapping> Mappings = new();

    private readonly PocoMember[] members;
    private readonly PocoMember[] stored;

    private PocoMapping(Type type)
    {
        members = [.. MembersOf(type)];
        stored = [.. members.Where(member => member.IsStored)];
    }

    public static PocoMapping For(Type type) => Mappings.GetOrAdd(type, static type => new PocoMapping(type));

    public void Write(Utf8JsonWriter json, object entity)
    {
        foreach (var member in stored)
        {
            member.Write(json, entity);
        }
    }

    /// <summary>Reads one JSON object, from its start to its end, into <paramref name="entity"/>. Unknown properties are passed over.</summary>
    public void Read(ref Utf8JsonReader json, object entity)
    {
        var expected = 0;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var found = Find(ref json, expected);
            json.Read();
            if (found < 0)
            {
                json.Skip();
                continue;
            }

            members[found].Read(ref json, entity);
            expected = found + 1;
        }
    }

    /// <summary>Properties mostly come in the order in which they were written, so the search goes on where it last succeeded.</summary>
    private int Find(ref Utf8JsonReader json, int expected)
    {
        if (json.ValueSpan.EndsWith(EdmType.Utf8Suffix))
        {
            return -1;
        }

        for (var step = 0; step < members.Length; step++)
        {
            var index = (expected + step) % members.Length;
            if (members[index].Matches(ref json))
            {
                return index;
            }
        }

        return -1;
    }

    private static IEnumerable<PocoMember> MembersOf(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var properties = type.GetProperties(Public).Where(property => property.GetIndexParameters().Length == 0);
        var inherited = typeof(ITableEntity).GetProperties();

        foreach (var member in properties.Concat<MemberInfo>(type.GetFields(Public)).Concat(inherited))
        {
            var name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
            if (!member.IsDefined(typeof(IgnoreDataMemberAttribute)) && names.Add(name))
            {
                yield return PocoMember.Of(member, name);
            }
        }
    }
}

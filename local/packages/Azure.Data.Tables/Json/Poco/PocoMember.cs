using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Json.Poco;

/// <summary>One property of a class, under the name that it is stored by.</summary>
internal abstract class PocoMember(string name)
{
    /// <summary>The entity's version is stored by the service, under a name of its own.</summary>
    private readonly byte[] readName = System.Text.Encoding.UTF8.GetBytes(name is PropertyNames.ETag ? PropertyNames.ODataETag : name);

    /// <summary>False for what the service sets, and for properties that cannot be read.</summary>
    public abstract bool IsStored { get; }

    protected JsonEncodedText Name { get; } = JsonEncodedText.Encode(name);

    protected JsonEncodedText TypeName { get; } = JsonEncodedText.Encode(name + EdmType.Suffix);

    public bool Matches(ref Utf8JsonReader json) => json.ValueTextEquals(readName);

    public abstract void Write(Utf8JsonWriter json, object entity);

    /// <summary>Takes the value that the reader stands on; leaves the reader at its end.</summary>
    public abstract void Read(ref Utf8JsonReader json, object entity);

    public static PocoMember Of(MemberInfo member, string name)
    {
        var valueType = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        return (PocoMember)Activator.CreateInstance(
            typeof(PocoMember<,>).MakeGenericType(member.DeclaringType!, valueType), [member, name])!;
    }
}

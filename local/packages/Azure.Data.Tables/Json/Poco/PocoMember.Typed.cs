using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Json.Poco;

/// <summary>A property with its accessors bound once, so that no entity is written or read by reflection.</summary>
internal sealed class PocoMember<TOwner, TValue>(MemberInfo member, string name) : PocoMember(name)
{
    private readonly EdmCodec<TValue> codec = EdmCodecs.For<TValue>();
    private readonly Func<object, TValue>? get = Getter(member);
    private readonly Action<object, TValue?>? set = Setter(member);

    public override bool IsStored { get; } = name is not (PropertyNames.ETag or PropertyNames.Timestamp) && Getter(member) is not null;

    public override void Write(Utf8JsonWriter json, object entity)
    {
        json.WritePropertyName(Name);
        var value = get!(entity);
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        codec.Write(json, value);
        if (codec.Type is { } type)
        {
            json.WriteString(TypeName, type);
        }
    }

    public override void Read(ref Utf8JsonReader json, object entity)
    {
        if (set is null)
        {
            json.Skip();
            return;
        }

        set(entity, json.TokenType is JsonTokenType.Null ? default : codec.Read(ref json));
    }

    private static Func<object, TValue>? Getter(MemberInfo member)
    {
        if (member is not PropertyInfo property)
        {
            return entity => (TValue)((FieldInfo)member).GetValue(entity)!;
        }

        if (property.GetMethod is not { } method)
        {
            return null;
        }

        // Accessors of structures take their owner by reference, which no delegate over object can.
        if (typeof(TOwner).IsValueType)
        {
            return entity => (TValue)property.GetValue(entity)!;
        }

        var typed = method.CreateDelegate<Func<TOwner, TValue>>();
        return entity => typed((TOwner)entity);
    }

    private static Action<object, TValue?>? Setter(MemberInfo member)
    {
        if (member is not PropertyInfo property)
        {
            return (entity, value) => ((FieldInfo)member).SetValue(entity, value);
        }

        if (property.SetMethod is not { } method || !method.IsPublic)
        {
            return null;
        }

        if (typeof(TOwner).IsValueType)
        {
            return (entity, value) => property.SetValue(entity, value);
        }

        var typed = method.CreateDelegate<Action<TOwner, TValue?>>();
        return (entity, value) => typed((TOwner)entity, value);
    }
}

using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>A JSON object as a dictionary whose values have the types that the service says.</summary>
internal static class TableEntityReader
{
    private const string MetadataUrl = "odata.metadata";

    public static TableEntity Read(ref Utf8JsonReader json, PropertyNameCache names)
    {
        var properties = new Dictionary<string, object>(names.Count);
        string? type = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = names.Read(ref json);
            json.Read();
            if (name.EndsWith(EdmType.Suffix, StringComparison.Ordinal))
            {
                // The type stands before its value; only hand-made answers have it behind.
                type = EdmJson.Text(ref json);
                type = RetypeEarlier(properties, name, type) ? null : type;
                continue;
            }

            if (name is MetadataUrl)
            {
                json.Skip();
                continue;
            }

            properties[name] = EdmValue.Read(ref json, name is PropertyNames.Timestamp ? "Edm.DateTime" : type)!;
            type = null;
        }

        return new TableEntity(properties);
    }

    private static bool RetypeEarlier(Dictionary<string, object> properties, string annotation, string type)
    {
        var name = annotation[..^EdmType.Suffix.Length];
        if (!properties.TryGetValue(name, out var value))
        {
            return false;
        }

        properties[name] = EdmValue.Retype(value, type)!;
        return true;
    }
}

using System.Text;
using System.Text.Json;

namespace SendGrid;

/// <summary>Query parameters, written as JSON by the caller, as the text of an address.</summary>
internal static class QueryText
{
    /// <summary>
    /// Flattens objects and arrays: <c>{"a":[1,2]}</c> is <c>?a=1&amp;a=2</c>. Values are taken as they are, not escaped.
    /// </summary>
    internal static string FromJson(string? json)
    {
        if (json is null)
        {
            return "";
        }

        var values = new Dictionary<string, List<string>>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var name = "";

        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    values.TryAdd(name, []);
                    break;
                case JsonTokenType.String:
                    values[name].Add(reader.GetString()!);
                    break;
                case JsonTokenType.Number:
                    values[name].Add(Encoding.UTF8.GetString(reader.ValueSpan));
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    values[name].Add($"{reader.GetBoolean()}");
                    break;
            }
        }

        return $"?{string.Join('&', values.SelectMany(parameter => parameter.Value.Select(value => $"{parameter.Key}={value}")))}";
    }
}

using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>The envelope of a page: <c>{"odata.metadata": ..., "value": [ ... ]}</c>.</summary>
internal static class PageReader
{
    /// <returns><see langword="true"/> when the reader stands at the start of the list of values.</returns>
    public static bool MoveToValues(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var isValues = json.ValueTextEquals("value"u8);
            json.Read();
            if (isValues)
            {
                return json.TokenType is JsonTokenType.StartArray;
            }

            json.Skip();
        }

        return false;
    }

    public static List<string> ReadTableNames(ReadOnlySpan<byte> utf8)
    {
        var names = new List<string>();
        var json = new Utf8JsonReader(utf8);
        if (!MoveToValues(ref json))
        {
            return names;
        }

        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            if (json.TokenType is JsonTokenType.PropertyName && json.ValueTextEquals("TableName"u8))
            {
                json.Read();
                names.Add(EdmJson.Text(ref json));
            }
        }

        return names;
    }
}

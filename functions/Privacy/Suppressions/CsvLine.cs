using System.Text;

namespace LeadFunctions.Privacy;

/// <summary>One line of a CSV file (RFC 4180), without fields that go over several lines: none of ours do.</summary>
internal static class CsvLine
{
    /// <returns>The fields, or null when a quotation mark is not closed or stands in the middle of a field.</returns>
    public static IReadOnlyList<string>? Read(string line)
    {
        var fields = new List<string>();
        var at = 0;
        while (true)
        {
            if (ReadField(line, ref at) is not { } field)
            {
                return null;
            }

            fields.Add(field);
            if (at == line.Length)
            {
                return fields;
            }

            if (line[at++] != ',')
            {
                return null;
            }
        }
    }

    private static string? ReadField(string line, ref int at)
    {
        if (at == line.Length || line[at] != '"')
        {
            var comma = line.IndexOf(',', at);
            var (from, end) = (at, comma < 0 ? line.Length : comma);
            at = end;
            return line[from..end].Trim();
        }

        var field = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                field.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else
            {
                at++;
                return field.ToString();
            }
        }

        return null;
    }
}

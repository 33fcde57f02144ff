using System.Buffers;

namespace LeadFunctions.Http;

/// <summary>
/// Writes a value into a field of a CSV file (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it, also where
/// spaces or quotes come first, which some of them pass over (owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
public static class CsvField
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    // The signs of Latin keyboards, and the wide ones that are read as the same.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20");

    public static string Of(string? value)
    {
        var text = value ?? "";
        var safe = IsFormula(text) ? Guard + text : text;
        return safe.AsSpan().ContainsAny(Quoted) || safe.StartsWith(' ') || safe.EndsWith(' ') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsFormula(string text)
    {
        foreach (var character in text)
        {
            if (Formula.Contains(character))
            {
                return true;
            }

            if (!char.IsWhiteSpace(character) && character is not ('"' or '\''))
            {
                return false;
            }
        }

        return false;
    }
}

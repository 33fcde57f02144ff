using System.Globalization;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>
/// The words of a name as people search for them: lower case, without accents, apostrophes and full stops; a hyphen divides as a space does.
/// </summary>
public static class NameWords
{
    /// <summary>By so many words at most a name is found.</summary>
    public const int MostFound = 6;

    /// <summary>The words by which a person is found: of a very long name the first ones and the last.</summary>
    public static IReadOnlyList<string> Of(PersonName name) =>
        In(name.Value) is { Count: > MostFound } many ? [.. many.Take(MostFound - 1), many[^1]] : In(name.Value);

    /// <summary>The words of what somebody typed.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation)
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

using System.Globalization;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>A name as it may stand in mail to staff.</summary>
public static class ShortNames
{
    private const int LongestFirstName = 40;

    /// <summary>First name and initial, such as <c>Dana K.</c></summary>
    /// <returns>
    /// Null when the first word is more than a name: letters, marks, hyphens and apostrophes only, since mail programs make links of
    /// words with dots in them, and strangers type those words.
    /// </returns>
    public static string? FirstNameAndInitial(this PersonName name)
    {
        var words = name.Value.Split(' ');
        if (words[0].Length > LongestFirstName || !words[0].EnumerateRunes().All(IsOfAName))
        {
            return null;
        }

        var initial = words.Length == 1 ? null : words[^1].EnumerateRunes().Where(Rune.IsLetter).Select(rune => (Rune?)rune).FirstOrDefault();
        return initial is { } letter ? $"{words[0]} {letter}." : words[0];
    }

    private static bool IsOfAName(Rune rune) =>
        Rune.IsLetter(rune)
        || rune.Value is '-' or '\'' or '\u2019'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

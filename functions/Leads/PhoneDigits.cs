using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>The digits of a phone number, whatever people put between them.</summary>
internal static class PhoneDigits
{
    /// <summary>Reads the digits of any script as ASCII digits and passes over the usual punctuation.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="digits">ASCII digits only, possibly none.</param>
    /// <param name="isInternational">Whether a plus sign comes before the digits.</param>
    /// <returns><see langword="false"/> when there is a character that belongs to no phone number.</returns>
    internal static bool TryRead(string text, out string digits, out bool isInternational)
    {
        Span<char> read = stackalloc char[text.Length];
        var count = 0;
        digits = "";
        isInternational = false;

        // "+44 (0)20…" shows both ways to dial: the zero is for callers inside the country only.
        foreach (var character in text.Replace("(0)", " ", StringComparison.Ordinal))
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var value)
            {
                read[count++] = (char)('0' + value);
                continue;
            }

            if (character is '+' or '\uFF0B' && count is 0 && !isInternational)
            {
                isInternational = true;
                continue;
            }

            if (!IsPunctuation(character))
            {
                return false;
            }
        }

        digits = read[..count].ToString();
        return true;
    }

    private static bool IsPunctuation(char character) =>
        character is '(' or ')' or '[' or ']' or '.' or '/' or '\u00B7' or '\u2212'
        || char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation
        || character is '\t';
}

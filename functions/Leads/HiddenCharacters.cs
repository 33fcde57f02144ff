using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>
/// Characters that a reader cannot see but that change what is stored, sorted or displayed: unpaired surrogates, controls, line and
/// paragraph separators, everything of the Unicode category Format (zero-width characters, bidirectional marks, overrides and isolates,
/// tags; Unicode Standard Annex 9 and Technical Report 36), and letters that are drawn as nothing.
/// </summary>
public static class HiddenCharacters
{
    private static readonly SearchValues<char> BlankLetters = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0");

    /// <param name="text">Anything that a person typed.</param>
    /// <param name="allowed">Hidden characters that are welcome all the same, such as the line breaks of a longer text.</param>
    /// <returns><see langword="true"/> when at least one character of <paramref name="text"/> is hidden and not allowed.</returns>
    public static bool IsIn(ReadOnlySpan<char> text, ReadOnlySpan<char> allowed = default)
    {
        if (text.ContainsAny(BlankLetters))
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done)
            {
                return true;
            }

            if (IsHidden(rune) && !(rune.IsBmp && allowed.Contains((char)rune.Value)))
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or
        UnicodeCategory.Format or
        UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.PrivateUse;
}

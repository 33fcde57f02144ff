using System.Globalization;
using System.Text;

namespace LeadFunctions.Capture;

/// <summary>
/// The words of a text in the form in which they are compared: lower case, without accents and apostrophes; every number is 0; digits
/// inside a word are the letters that they stand in for ("v1agra"). Chinese and Japanese are written without spaces, so each of their
/// characters is a word of its own.
/// </summary>
internal static class FoldedWords
{
    public static List<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var decomposed = text.Normalize(NormalizationForm.FormD);
        for (var index = 0; index < decomposed.Length; index++)
        {
            var character = decomposed[index];
            if (IsSilent(character))
            {
                continue;
            }

            if (IsWordByItself(character))
            {
                End(word, words);
                words.Add(character.ToString());
            }
            else if (IsPartOfWord(character) || IsInsideNumber(decomposed, index))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else
            {
                End(word, words);
            }
        }

        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0 && Fold(word.ToString()) is { Length: > 0 } folded)
        {
            words.Add(folded);
        }

        word.Clear();
    }

    private static string Fold(string word)
    {
        if (word.All(char.IsLetter))
        {
            return word;
        }

        return word.Any(char.IsLetter)
            ? string.Concat(word.Select(Undisguised).Where(char.IsLetter))
            : (word.IndexOfAny(['$', '€', '£']) >= 0 ? "$" : "") + (word.Any(char.IsDigit) ? "0" : "") + (word.Contains('%', StringComparison.Ordinal) ? "%" : "");
    }

    private static char Undisguised(char character) => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => character,
    };

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '$' or '€' or '£' or '%' or '@' || char.IsSurrogate(character);

    private static bool IsInsideNumber(string text, int index) =>
        text[index] is ',' or '.' && index > 0 && index + 1 < text.Length && char.IsDigit(text[index - 1]) && char.IsDigit(text[index + 1]);

    private static bool IsSilent(char character) =>
        character is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    // Hiragana and katakana, and the unified ideographs of the basic plane (Unicode Standard, blocks).
    private static bool IsWordByItself(char character) => character is (>= '\u3041' and <= '\u30ff') or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff');
}

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
        var word = new WordBuilder(words);
        var decomposed = text.Normalize(NormalizationForm.FormD);
        for (var index = 0; index < decomposed.Length; index++)
        {
            var character = decomposed[index];
            if (char.IsAsciiLetter(character))
            {
                word.Add((char)(character | 0x20));
            }
            else if (character is ' ' or '\n')
            {
                word.End();
            }
            else if (IsWordByItself(character))
            {
                word.End();
                words.Add(character.ToString());
            }
            else if (char.IsLetter(character) || char.IsSurrogate(character))
            {
                word.Add(char.ToLowerInvariant(character));
            }
            else if (char.IsDigit(character) || character is '$' or '€' or '£' or '%' or '@' || IsInsideNumber(decomposed, index))
            {
                word.AddMark(character);
            }
            else if (!IsSilent(character))
            {
                word.End();
            }
        }

        word.End();
        return words;
    }

    private static bool IsInsideNumber(string text, int index) =>
        text[index] is ',' or '.' && index > 0 && index + 1 < text.Length && char.IsDigit(text[index - 1]) && char.IsDigit(text[index + 1]);

    private static bool IsSilent(char character) =>
        character is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    // Hiragana and katakana without their combining marks, and the unified ideographs of the basic plane (Unicode Standard, blocks).
    private static bool IsWordByItself(char character) =>
        character is (>= '\u3041' and <= '\u30ff' and not ('\u3099' or '\u309a')) or (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff');

    /// <summary>One word as it comes, character by character.</summary>
    private struct WordBuilder(List<string> words)
    {
        private readonly StringBuilder text = new();
        private bool hasLetters;
        private bool hasMarks;

        public void Add(char letter)
        {
            hasLetters = true;
            text.Append(letter);
        }

        public void AddMark(char mark)
        {
            hasMarks = true;
            text.Append(mark);
        }

        public void End()
        {
            if (text.Length > 0)
            {
                var word = text.ToString();
                var folded = !hasMarks ? word : hasLetters ? Undisguised(word) : Number(word);
                if (folded.Length > 0)
                {
                    words.Add(folded);
                }
            }

            text.Clear();
            hasLetters = false;
            hasMarks = false;
        }

        private static string Number(string word) =>
            (word.AsSpan().ContainsAny('$', '€', '£') ? "$" : "") + (word.Any(char.IsDigit) ? "0" : "") + (word.Contains('%', StringComparison.Ordinal) ? "%" : "");

        private static string Undisguised(string word) => string.Concat(word.Select(Undisguised).Where(char.IsLetter));

        private static char Undisguised(char character) => character switch
        {
            '0' => 'o',
            '1' => 'i',
            '3' or '€' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => character,
        };
    }
}

using System.Globalization;
using System.Text;

namespace LeadFunctions.Articles;

/// <summary>
/// Finds the words and phrases of concerns in what somebody wrote. Whole words, upper or lower case and with or without accents
/// alike, since people in a hurry leave them out; no grammar.
/// </summary>
internal sealed class ConcernHints
{
    private readonly Dictionary<string, List<Hint>> byFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Hint>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ConcernHints(ConcernCatalogue concerns)
    {
        lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

        foreach (var (place, concern) in concerns.All.Index())
        {
            foreach (var phrase in concern.Words)
            {
                Add(phrase, place);
            }
        }
    }

    /// <summary>The places, in the catalogue, of the concerns that a text hints at. A place may come more than once.</summary>
    public IReadOnlyList<int> In(string text)
    {
        var places = new List<int>();
        var start = 0;
        text = WithoutAccents(text);

        while (TryNextWord(text, ref start, out var word))
        {
            if (!lookup.TryGetValue(word, out var hints))
            {
                continue;
            }

            foreach (var hint in hints)
            {
                if (Continues(text, start, hint.Rest))
                {
                    places.Add(hint.Place);
                }
            }
        }

        return places;
    }

    private static bool Continues(string text, int start, string[] rest)
    {
        foreach (var expected in rest)
        {
            if (!TryNextWord(text, ref start, out var word) || !word.Equals(expected, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A word is letters and digits; an apostrophe ends it, so that "can't" and "can’t" are alike.</summary>
    private static bool TryNextWord(ReadOnlySpan<char> text, ref int start, out ReadOnlySpan<char> word)
    {
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;

        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        word = text[start..end];
        start = end;
        return word.Length > 0;
    }

    // Decomposed, an accented letter is a letter and its marks (Unicode Standard Annex 15).
    private static string WithoutAccents(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.Normalize(NormalizationForm.FormD).Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark));

    private void Add(string phrase, int place)
    {
        var words = new List<string>();
        var start = 0;
        phrase = WithoutAccents(phrase);

        while (TryNextWord(phrase, ref start, out var word))
        {
            words.Add(word.ToString());
        }

        if (words is not [var first, .. var rest])
        {
            return;
        }

        if (!byFirstWord.TryGetValue(first, out var hints))
        {
            byFirstWord.Add(first, hints = []);
        }

        hints.Add(new([.. rest], place));
    }

    private sealed record Hint(string[] Rest, int Place);
}

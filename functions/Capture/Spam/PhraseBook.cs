namespace LeadFunctions.Capture;

/// <summary>Finds phrases in a text, each once, and of those of one sign that begin at the same word the longest.</summary>
public sealed class PhraseBook
{
    private readonly Dictionary<string, List<Phrase>> byFirstWord = new(StringComparer.Ordinal);

    /// <param name="phrases">Phrases, and the sign that each is.</param>
    public PhraseBook(IReadOnlyList<(string Text, string Sign)> phrases)
    {
        foreach (var (text, sign) in phrases)
        {
            if (FoldedWords.In(text) is [var first, ..] words)
            {
                (byFirstWord.TryGetValue(first, out var known) ? known : byFirstWord[first] = []).Add(new(words[1..], sign));
            }
        }

        foreach (var known in byFirstWord.Values)
        {
            known.Sort((one, other) => other.Length.CompareTo(one.Length));
        }
    }

    /// <param name="words">From <see cref="FoldedWords"/>.</param>
    /// <returns>The sign of each phrase that was found.</returns>
    public IEnumerable<string> SignsIn(IReadOnlyList<string> words)
    {
        var found = new HashSet<Phrase>();
        for (var index = 0; index < words.Count; index++)
        {
            if (byFirstWord.TryGetValue(words[index], out var known))
            {
                found.UnionWith(known.Where(phrase => phrase.Continues(words, index + 1)).DistinctBy(phrase => phrase.Sign));
            }
        }

        return found.Select(phrase => phrase.Sign);
    }

    private sealed class Phrase(List<string> rest, string sign)
    {
        public int Length => rest.Count;

        public string Sign => sign;

        public bool Continues(IReadOnlyList<string> words, int from)
        {
            if (from + rest.Count > words.Count)
            {
                return false;
            }

            for (var index = 0; index < rest.Count; index++)
            {
                if (words[from + index] != rest[index])
                {
                    return false;
                }
            }

            return true;
        }
    }
}

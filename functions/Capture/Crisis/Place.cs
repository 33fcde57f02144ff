namespace LeadFunctions.Capture;

/// <summary>One word of a phrase, in the network of all phrases.</summary>
/// <param name="words">The words that fit.</param>
/// <param name="use">What the phrase is for.</param>
internal sealed class Place(IReadOnlyList<int> words, PhraseUse use)
{
    private readonly ulong[] fitting = ToBits(words);

    public IReadOnlyList<int> Words => words;

    public PhraseUse Use => use;

    /// <summary>The places that the next word may stand at.</summary>
    public int[] Followers { get; set; } = [];

    /// <summary>Whether the phrase is complete with this word.</summary>
    public bool IsLast { get; set; }

    public bool Fits(int word) => fitting.Length == 0
        ? word is not (Lexicon.Comma or Lexicon.End)
        : word >> 6 is var block && block < fitting.Length && (fitting[block] & (1UL << word)) != 0;

    private static ulong[] ToBits(IReadOnlyList<int> words)
    {
        if (words.Contains(Lexicon.Any))
        {
            return [];
        }

        var bits = new ulong[(words.Max() >> 6) + 1];
        foreach (var word in words)
        {
            bits[word >> 6] |= 1UL << word;
        }

        return bits;
    }
}

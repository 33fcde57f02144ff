using System.Runtime.InteropServices;

namespace LeadFunctions.Capture;

/// <summary>Recognises danger in one language.</summary>
internal sealed class CrisisLanguage(Lexicon lexicon, IReadOnlyList<Danger> dangers, IReadOnlyList<(Phrase Phrase, PhraseUse Use)> phrases)
{
    // Laid out when the first message comes: a start need not wait for it.
    private readonly Lazy<PhraseNetwork> network = new(() => new(phrases, lexicon.Count));

    public Lexicon Lexicon => lexicon;

    public bool IsDanger(ReadOnlySpan<char> message)
    {
        var words = lexicon.Read(message);
        var found = new List<PhraseFound>();
        network.Value.Find(CollectionsMarshal.AsSpan(words), found.Add);
        if (!found.Exists(phrase => phrase.Use.Kind == PhraseKind.Danger))
        {
            return false;
        }

        var isHarmless = new bool[words.Count];
        var isDenied = new bool[words.Count + 1];
        var contexts = new ulong[words.Count];
        foreach (var phrase in found)
        {
            switch (phrase.Use.Kind)
            {
                case PhraseKind.Harmless:
                    isHarmless.AsSpan(phrase.Begin..(phrase.End + 1)).Fill(true);
                    break;
                case PhraseKind.Negation:
                    isDenied[phrase.End + 1] = true;
                    break;
                case PhraseKind.Context:
                    contexts[phrase.Sentence] |= 1UL << phrase.Use.Number;
                    break;
            }
        }

        return found.Exists(phrase => phrase.Use.Kind == PhraseKind.Danger
            && !isDenied[phrase.Begin]
            && !isHarmless.AsSpan(phrase.Begin..(phrase.End + 1)).Contains(true)
            && dangers[phrase.Use.Number].CountsIn(contexts[phrase.Sentence]));
    }
}

/// <summary>When phrases of one kind count.</summary>
/// <param name="Unless">The contexts in whose sentences they do not count, as bits.</param>
/// <param name="Still">The contexts in whose sentences they count all the same.</param>
internal sealed record Danger(ulong Unless, ulong Still)
{
    public bool CountsIn(ulong contexts) => (contexts & Unless) == 0 || (contexts & Still) != 0;
}

using System.Buffers;

namespace LeadFunctions.Capture;

/// <summary>
/// Looks for all phrases at once, in one pass from left to right: every word is a place, and places know which places may follow
/// (Glushkov 1961). The time is that of the message times the few phrases that have begun, whatever the message: nothing is tried twice.
/// </summary>
internal sealed class PhraseNetwork
{
    private readonly Place[] places;
    private readonly int[][] firsts;

    public PhraseNetwork(IEnumerable<(Phrase Phrase, PhraseUse Use)> phrases, int words)
    {
        var builder = new PhraseNetworkBuilder();
        foreach (var (phrase, use) in phrases)
        {
            builder.Add(phrase, use);
        }

        places = [.. builder.Places];
        var beginning = builder.Firsts.SelectMany(place => places[place].Words, static (place, word) => (place, word)).ToLookup(first => first.word, first => first.place);
        firsts = [.. Enumerable.Range(0, words).Select(word => beginning[word].ToArray())];
    }

    /// <summary>Finds every phrase.</summary>
    /// <param name="words">From <see cref="Lexicon.Read"/>.</param>
    /// <param name="found">Is told of each, as soon as it is complete.</param>
    public void Find(ReadOnlySpan<int> words, Action<PhraseFound> found)
    {
        // Where the phrase began that has come as far as a place; no phrase may be there.
        var here = Rent();
        var next = Rent();
        var active = new List<int>();
        var following = new List<int>();
        var sentence = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            foreach (var place in active)
            {
                var begin = here[place] - 1;
                here[place] = 0;
                foreach (var follower in places[place].Followers)
                {
                    if (places[follower].Fits(word))
                    {
                        Enter(follower, begin);
                    }
                }

                // A breath between two words changes nothing, but for a "no": "no, I want to" is no negation.
                if (word == Lexicon.Comma && places[place].Use.Kind != PhraseKind.Negation)
                {
                    Enter(place, begin);
                }
            }

            foreach (var first in firsts[word])
            {
                Enter(first, at);
            }

            foreach (var place in following)
            {
                if (places[place].IsLast && word != Lexicon.Comma)
                {
                    found(new(places[place].Use, next[place] - 1, at, sentence));
                }
            }

            if (word == Lexicon.End)
            {
                sentence++;
                following.ForEach(place => next[place] = 0);
                following.Clear();
            }

            (here, next) = (next, here);
            (active, following) = (following, active);
            following.Clear();
        }

        active.ForEach(place => here[place] = 0);
        ArrayPool<int>.Shared.Return(here);
        ArrayPool<int>.Shared.Return(next);

        void Enter(int place, int begin)
        {
            var there = next[place] - 1;
            if (there < 0)
            {
                following.Add(place);
            }

            // What is harmless reaches as far as it can; what is dangerous is as short as it can be, so that a "no" before it is seen.
            if (there < 0 || (places[place].Use.Kind == PhraseKind.Danger ? begin > there : begin < there))
            {
                next[place] = begin + 1;
            }
        }
    }

    private int[] Rent()
    {
        var marks = ArrayPool<int>.Shared.Rent(places.Length);
        Array.Clear(marks);
        return marks;
    }
}

namespace LeadFunctions.Capture;

/// <summary>Lays out the places of phrases.</summary>
internal sealed class PhraseNetworkBuilder
{
    private readonly List<Place> places = [];
    private readonly List<int> firsts = [];

    public IReadOnlyList<Place> Places => places;

    /// <summary>The places at which a phrase can begin.</summary>
    public IReadOnlyList<int> Firsts => firsts;

    public void Add(Phrase phrase, PhraseUse use)
    {
        var part = Lay(phrase, use);
        firsts.AddRange(part.Firsts);
        foreach (var last in part.Lasts)
        {
            places[last].IsLast = true;
        }
    }

    private Part Lay(Phrase phrase, PhraseUse use) => phrase switch
    {
        Phrase.OneOf words => Lay(words, use),
        Phrase.InTurn several => several.Parts.Select(part => Lay(part, use)).Aggregate(Follow),
        Phrase.Either several => several.Parts.Select(part => Lay(part, use)).Aggregate(static (one, other) =>
            new([.. one.Firsts, .. other.Firsts], [.. one.Lasts, .. other.Lasts], one.IsSkipped || other.IsSkipped)),
        Phrase.Maybe maybe => Lay(maybe.Part, use) with { IsSkipped = true },
        Phrase.Often often => Repeat(Lay(often.Part, use)),
        _ => throw new ArgumentException("Not a phrase.", nameof(phrase)),
    };

    private Part Lay(Phrase.OneOf words, PhraseUse use)
    {
        places.Add(new(words.Words, use));
        int[] here = [places.Count - 1];
        return new(here, here, IsSkipped: false);
    }

    private Part Follow(Part before, Part after)
    {
        foreach (var last in before.Lasts)
        {
            places[last].Followers = [.. places[last].Followers.Union(after.Firsts)];
        }

        return new(
            before.IsSkipped ? [.. before.Firsts, .. after.Firsts] : before.Firsts,
            after.IsSkipped ? [.. before.Lasts, .. after.Lasts] : after.Lasts,
            before.IsSkipped && after.IsSkipped);
    }

    private Part Repeat(Part part) => Follow(part, part) with { Firsts = part.Firsts, Lasts = part.Lasts, IsSkipped = true };

    /// <param name="Firsts">Where it can begin.</param>
    /// <param name="Lasts">Where it can end.</param>
    /// <param name="IsSkipped">Whether it may also be left out.</param>
    private sealed record Part(int[] Firsts, int[] Lasts, bool IsSkipped);
}

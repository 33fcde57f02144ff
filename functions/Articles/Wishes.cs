namespace LeadFunctions.Articles;

/// <summary>How much somebody wants to read about each concern, by its place in the catalogue. Whole numbers only: no rounding decides.</summary>
internal sealed class Wishes(int concerns)
{
    // The pull of a concern for each point of an article's weight. A hint never makes up for what is named, nor the first read for a hint.
    private const int NamedPull = 6000;
    private const int HintedPull = 600;
    private const int FirstReadPull = 10;

    // Articles on what is named come before all others, however much the message hints at.
    private const int NamedFirst = 10_000_000;

    // So many points of weight, on articles that were read, make a concern half as pressing.
    private const int HalfLife = 5;

    // Each further named concern that an article covers adds a quarter.
    private const int ConnectionShare = 4;

    private readonly int[] pulls = new int[concerns];
    private readonly int[] read = new int[concerns];

    /// <summary>Places below 0, of concerns that are not in the catalogue, mean nothing here and below.</summary>
    public void Name(int place) => Raise(place, NamedPull);

    public void Hint(int place) => Raise(place, HintedPull);

    public void FirstRead(int place) => Raise(place, FirstReadPull);

    public bool IsNamed(int place) => pulls[place] == NamedPull;

    public bool IsHinted(int place) => pulls[place] == HintedPull;

    /// <summary>Counts an article as read: what it covers is less pressing from now on.</summary>
    public void Read(Candidate candidate)
    {
        for (var place = 0; place < read.Length; place++)
        {
            read[place] += candidate.Weights[place];
        }
    }

    /// <summary>How well an article fits what is still wanted.</summary>
    public int Score(Candidate candidate)
    {
        var score = 0;
        var named = 0;

        for (var place = 0; place < pulls.Length; place++)
        {
            var weight = candidate.Weights[place];
            score += pulls[place] * weight * HalfLife / (HalfLife + read[place]);
            named += weight > 0 && IsNamed(place) ? 1 : 0;
        }

        return named == 0 ? score : NamedFirst + score + (score * (named - 1) / ConnectionShare);
    }

    private void Raise(int place, int pull)
    {
        if (place >= 0)
        {
            pulls[place] = Math.Max(pulls[place], pull);
        }
    }
}

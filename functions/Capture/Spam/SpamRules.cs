using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>What looks like spam, and how much: the clinic's data.</summary>
public sealed record SpamRules
{
    /// <summary>So many points are spam.</summary>
    public required int QuarantineAt { get; init; }

    /// <summary>The shortest time in which a person opens a form, fills it and sends it.</summary>
    public required TimeSpan Quickest { get; init; }

    /// <summary>The longest time that a person leaves a form open.</summary>
    public required TimeSpan Oldest { get; init; }

    /// <summary>So many people may send the same within an hour.</summary>
    public required int MostWithTheSame { get; init; }

    /// <summary>What each sign counts, by the ids in <see cref="SpamSigns"/>.</summary>
    public required IReadOnlyDictionary<string, SpamSign> Signs { get; init; }

    /// <summary>Hosts, and endings of hosts that begin with a dot.</summary>
    public required IReadOnlyList<string> CheapHosts { get; init; }

    /// <summary>The phrases of spam alone, those of sellers, and the topics that they share with people.</summary>
    public required PhraseBook Phrases { get; init; }

    /// <summary>What staff read of each sign.</summary>
    public SuspicionWords ToWords() => new(Signs.ToDictionary(sign => sign.Key, sign => sign.Value.Says));

    /// <summary>Judges by the signs that were found; a sign that was found several times stands there several times.</summary>
    public Suspicion Weigh(IEnumerable<string> found)
    {
        var weighed = found
            .CountBy(sign => sign)
            .Select(sign => (Id: sign.Key, Points: Signs[sign.Key].PointsFor(sign.Value)))
            .OrderByDescending(sign => sign.Points)
            .ToList();
        var score = weighed.Sum(sign => sign.Points);
        return score == 0 ? Suspicion.None : new(score, [.. weighed.Select(sign => sign.Id)], score >= QuarantineAt);
    }
}

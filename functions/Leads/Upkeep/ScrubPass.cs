namespace LeadFunctions.Leads;

/// <summary>One look at all leads, shard by shard, perhaps over several runs. Counts, and ids: never a person.</summary>
public sealed record ScrubPass
{
    /// <summary>So many of <see cref="Reported"/> are kept.</summary>
    public const int MostReported = 100;

    /// <summary>UTC.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>The first shard that is still to be looked at; null when all were.</summary>
    public Shard? Next { get; init; } = new Shard(0);

    /// <summary>When the last shard was done (UTC); null while one is left.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many leads were looked at.</summary>
    public int Leads { get; init; }

    /// <summary>How many rows that were missing were written again.</summary>
    public int Mended { get; init; }

    /// <summary>How many things that belonged to nothing any more, or were there twice, were taken away.</summary>
    public int Dropped { get; init; }

    /// <summary>How many things somebody has to look at.</summary>
    public int Left { get; init; }

    /// <summary>The first of those, each as <c>problem shard id</c>.</summary>
    public IReadOnlyList<string> Reported { get; init; } = [];
}

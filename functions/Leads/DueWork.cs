namespace LeadFunctions.Leads;

/// <summary>
/// The next thing to do for one running sequence of a lead, and when. There is exactly one for each; every change of it moves it to
/// another time in one transaction, so of two that work on it only one succeeds.
/// </summary>
public sealed record DueWork
{
    public required SendKey Key { get; init; }

    public required LeadHandle Lead { get; init; }

    public required LeadKind Kind { get; init; }

    public required ContactKey Contact { get; init; }

    /// <summary>UTC. For work being sent: when the claim ends and the work shows itself again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public DueState State { get; init; }

    /// <summary>Posts to the provider whose outcome is not known to be a refusal, the current one included.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last such post was claimed (UTC).</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>How often the provider has refused it for now: each time lengthens the pause before the next try.</summary>
    public int Refusals { get; init; }

    /// <summary>How often the mail could not even be made: after a few times staff see it.</summary>
    public int Failures { get; init; }

    /// <summary>Slugs chosen by the first claim of an article step; a second try sends the same.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Changes whenever the row does; empty before it is stored.</summary>
    public string Version { get; init; } = "";

    public Shard Shard => Contact.Shard;
}

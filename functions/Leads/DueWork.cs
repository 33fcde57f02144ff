namespace LeadFunctions.Leads;

/// <summary>
/// The next thing to do for one running sequence of a lead, and when. There is exactly one for each; every change of it moves it to
/// another time in one transaction, so of two that work on it only one succeeds.
/// </summary>
public sealed record DueWork
{
    /// <summary>When work is due that waits for staff and not for a time: never, by itself. It is moved from there when they have spoken.</summary>
    public static readonly DateTimeOffset Held = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required SendKey Key { get; init; }

    public required LeadHandle Lead { get; init; }

    public required LeadKind Kind { get; init; }

    public required ContactKey Contact { get; init; }

    /// <summary>UTC. For work being sent: when the claim ends and the work shows itself again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Comes before all other work that is due, whenever it became so.</summary>
    public bool IsUrgent { get; init; }

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

    /// <summary>The version of the sequence by which the mail is sent, chosen with <see cref="Articles"/>: figures tell versions apart.</summary>
    public string? Sequence { get; init; }

    /// <summary>Changes whenever the row does; empty before it is stored.</summary>
    public string Version { get; init; } = "";

    public bool IsHeld => DueAt == Held;

    public Shard Shard => Contact.Shard;
}

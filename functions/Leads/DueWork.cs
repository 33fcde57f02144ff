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

    /// <summary>
    /// The version of the sequence that the lead began with; null before it begins, and on work from before versions were kept, which is version 1.
    /// </summary>
    public int? SequenceVersion { get; init; }

    /// <summary>After this (UTC) it is too late for a mail that has not left. Null for never: also where staff or the person had it wait.</summary>
    public DateTimeOffset? LatestAt { get; init; }

    /// <summary>Slugs chosen by the first claim of an article step; a second try sends the same.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>The span in which the lead came (<see cref="NewLead.Trace"/>); null where nobody traced.</summary>
    public string? Trace { get; init; }

    /// <summary>Of an alert: whom its mails have gone to or were refused for, by the key of the member (<see cref="LeadKeys.Member"/>), in order.</summary>
    public IReadOnlyList<string> Addressed { get; init; } = [];

    /// <summary>Of an alert: whom the mail of this step goes to, by key, from its first claim on; null before.</summary>
    public string? Recipient { get; init; }

    /// <summary>Of an alert: how many of its mails the provider has taken.</summary>
    public int Copies { get; init; }

    /// <summary>Of an alert: when the provider took the last of them (UTC); null while it has taken none.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>The variant of the step that the first claim drew; null where the step is written in one way.</summary>
    public string? Variant { get; init; }

    /// <summary>Changes whenever the row does; empty before it is stored.</summary>
    public string Version { get; init; } = "";

    public bool IsHeld => DueAt == Held;

    /// <summary>The version of the sequence to go on with.</summary>
    public int BegunVersion => SequenceVersion ?? 1;

    public Shard Shard => Contact.Shard;

    /// <summary>
    /// Work that was given up, as staff put it back on its way: due at once, and never too late. Its posts are counted on, since the provider
    /// knows them by their number. An alert goes to everybody anew.
    /// </summary>
    public DueWork PutBack(DateTimeOffset now) => this with
    {
        DueAt = now,
        State = DueState.Due,
        Refusals = 0,
        Failures = 0,
        LatestAt = null,
        Addressed = [],
        Recipient = null,
        Copies = 0,
        TakenAt = null,
    };

    /// <summary>The work put off because somebody wants it to wait: it is never too late for it afterwards.</summary>
    public DueWork PutOff(DateTimeOffset until) => this with { DueAt = until, LatestAt = null };
}

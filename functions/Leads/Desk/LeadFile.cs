namespace LeadFunctions.Leads;

/// <summary>All that is known of a lead, for staff.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Version">Changes whenever the lead does; an order names the version that it is about.</param>
public sealed record LeadFile(Lead Lead, string Version)
{
    /// <summary>What staff did, earliest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What became of its mails, earliest first.</summary>
    public IReadOnlyList<SendRecord> Sends { get; init; } = [];

    /// <summary>Mails that were given up.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters { get; init; } = [];

    /// <summary>What comes next and when; work that is held waits for staff.</summary>
    public IReadOnlyList<DueWork> Due { get; init; } = [];

    /// <summary>What is remembered of the person; null when nothing is.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Other leads of the same person, newest first, at most <see cref="MostOthers"/>.</summary>
    public IReadOnlyList<Lead> Others { get; init; } = [];

    /// <summary>So many other leads of a person are shown.</summary>
    public const int MostOthers = 20;
}

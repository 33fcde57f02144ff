namespace LeadFunctions.Leads;

/// <summary>
/// One step of due work, committed as one transaction or not at all: the work leaves its place, and with it goes all that follows.
/// </summary>
/// <param name="From">The work as it was read.</param>
public sealed record Move(DueWork From)
{
    /// <summary>The next work of the same sequence; null when the sequence ends. Never at the same time as <see cref="From"/>.</summary>
    public DueWork? Next { get; init; }

    /// <summary>The first work of another sequence of the same lead, which begins with this move; null for none.</summary>
    public DueWork? Begins { get; init; }

    /// <summary>What became of the mail, when that is now known.</summary>
    public SendRecord? Record { get; init; }

    /// <summary>The contact as it becomes, on the condition that it still has the version that it was read with.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Why the work cannot go on; staff see it. Never personal data.</summary>
    public string? DeadLetter { get; init; }
}

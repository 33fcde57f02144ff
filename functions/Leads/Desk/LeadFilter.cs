namespace LeadFunctions.Leads;

/// <summary>Which leads are to be listed; what is null does not matter.</summary>
public sealed record LeadFilter
{
    public static LeadFilter All { get; } = new();

    public LeadStatus? Status { get; init; }

    public LeadKind? Kind { get; init; }

    /// <summary>The id of a concern that was named.</summary>
    public string? Concern { get; init; }

    /// <summary>Who looks after it, exactly as it was assigned; empty for nobody.</summary>
    public string? Assignee { get; init; }

    public bool? IsQuarantined { get; init; }

    public bool? IsUrgent { get; init; }

    /// <summary>Whether it is held back and nobody sounds in danger: the only ones that need not be looked at now.</summary>
    public bool? CanWait { get; init; }

    /// <summary>Captured then or later (UTC).</summary>
    public DateTimeOffset? CapturedFrom { get; init; }

    /// <summary>Captured before (UTC).</summary>
    public DateTimeOffset? CapturedBefore { get; init; }

    /// <summary>Whether the clinic's promise is broken.</summary>
    public Overdue? Overdue { get; init; }

    public LeadSearch? Search { get; init; }

    /// <summary>Whether a lead is one of them; a search by reference is not looked at.</summary>
    public bool Matches(Lead lead) =>
        (Status is null || lead.Status == Status)
        && (Kind is null || lead.Kind == Kind)
        && (Concern is null || lead.Concerns.Contains(Concern))
        && (Assignee is null || (lead.AssignedTo ?? "") == Assignee)
        && (IsQuarantined is null || lead.Quarantined == IsQuarantined)
        && (IsUrgent is null || lead.IsUrgent == IsUrgent)
        && (CanWait is null || (lead.Quarantined && !lead.IsUrgent) == CanWait)
        && (CapturedFrom is null || lead.CapturedAt >= CapturedFrom)
        && (CapturedBefore is null || lead.CapturedAt < CapturedBefore)
        && (Overdue is null || Overdue.Wanted == Overdue.Is(lead))
        && (Search is null || Search.Matches(lead));
}

namespace LeadFunctions.Leads;

/// <summary>One thing that was done with a lead.</summary>
/// <param name="Kind">What.</param>
public sealed record TimelineDeed(TimelineKind Kind)
{
    /// <summary>The status before, of a change of status.</summary>
    public LeadStatus? From { get; init; }

    /// <summary>The status after, of a change of status.</summary>
    public LeadStatus? To { get; init; }

    /// <summary>Of a call: what came of it.</summary>
    public CallResult? Call { get; init; }

    /// <summary>The note; who looks after it, null for nobody; why it was closed, null where nobody said; which mail, as <see cref="SendKey"/> writes it.</summary>
    public string? Text { get; init; }

    /// <summary>Says nothing but the kind: a note is somebody's health, and records have a way into logs.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>An entry of the audit trail. Entries are added, never changed.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Deed">What was done.</param>
public sealed record TimelineEntry(DateTimeOffset At, StaffActor By, TimelineDeed Deed);

namespace LeadFunctions.Leads;

/// <summary>
/// How far a mail came, worked out of its evidence: whatever arrives later or again, a mail that was delivered stays delivered. All
/// times are UTC, each the first of its kind; null while there is none.
/// </summary>
public sealed record Delivery
{
    private Delivery()
    {
    }

    public DateTimeOffset? ProcessedAt { get; private init; }

    public DateTimeOffset? DeliveredAt { get; private init; }

    public DateTimeOffset? BouncedAt { get; private init; }

    public DateTimeOffset? DroppedAt { get; private init; }

    public DateTimeOffset? ComplainedAt { get; private init; }

    public DateTimeOffset? UnsubscribedAt { get; private init; }

    /// <summary>How often a receiving host refused it for what it was, not for whom it was to.</summary>
    public int Blocks { get; private init; }

    /// <summary>How often a receiving host asked to come again later.</summary>
    public int Deferrals { get; private init; }

    /// <summary>It will not arrive any more, and did not: whoever waits for it must be reached in another way.</summary>
    public bool HasFailed => DeliveredAt is null && (BouncedAt is not null || DroppedAt is not null || Blocks > 0);

    /// <param name="evidence">Of one mail, or of one of its recipients where that is the question; each event once.</param>
    public static Delivery Of(IReadOnlyCollection<MailEvent> evidence) => new()
    {
        ProcessedAt = First(evidence, MailEventKind.Processed),
        DeliveredAt = First(evidence, MailEventKind.Delivered),
        BouncedAt = First(evidence, MailEventKind.Bounced),
        DroppedAt = First(evidence, MailEventKind.Dropped),
        ComplainedAt = First(evidence, MailEventKind.Complained),
        UnsubscribedAt = First(evidence, MailEventKind.Unsubscribed),
        Blocks = evidence.Count(happened => happened.Kind == MailEventKind.Blocked),
        Deferrals = evidence.Count(happened => happened.Kind == MailEventKind.Deferred),
    };

    private static DateTimeOffset? First(IEnumerable<MailEvent> evidence, MailEventKind kind) =>
        evidence.Where(happened => happened.Kind == kind).Min(happened => (DateTimeOffset?)happened.At);
}

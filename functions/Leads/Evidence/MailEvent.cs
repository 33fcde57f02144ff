namespace LeadFunctions.Leads;

/// <summary>
/// One thing that happened to one mail, as evidence: kept as it was told, never changed, and judged only when it is read. It holds no
/// address, no network address and no name of a device: who and where are keyed hashes.
/// </summary>
public sealed record MailEvent
{
    // Clocks differ, and a click may wait in memory while storage is away.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>The mail.</summary>
    public required SendKey Mail { get; init; }

    public required MailEventKind Kind { get; init; }

    /// <summary>When it happened (UTC): by the provider's clock in whole seconds, or by ours for our own links. The epoch where nobody said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>32 hexadecimal digits made of all that was told: the same event told again, in whatever order, has the same.</summary>
    public required string Key { get; init; }

    /// <summary>The teller's own word for it, such as <c>group_unsubscribe</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Which attempt at the mail, counted from 1; null where only the mail is known, as with our own links.</summary>
    public int? Attempt { get; init; }

    /// <summary>A keyed hash of the provider's id of the event: told twice with another content, it is still one event.</summary>
    public string? ProviderId { get; init; }

    /// <summary>The provider's id of the mail.</summary>
    public string? MessageId { get; init; }

    /// <summary>To whom this copy of the mail went; null where nobody said.</summary>
    public ContactKey? Recipient { get; init; }

    /// <summary>Why it was not delivered, in one of the provider's fixed phrases; null for any other.</summary>
    public string? Reason { get; init; }

    /// <summary>The enhanced status code of the receiving host (RFC 3463), such as <c>5.1.1</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The provider says that a program opened it.</summary>
    public bool IsMachineOpen { get; init; }

    public AgentClass Agent { get; init; }

    /// <summary>A keyed hash of the network address: the same place twice, and no more.</summary>
    public string? Network { get; init; }

    /// <summary>How our own link was fetched; null when it is the provider who tells.</summary>
    public LinkFetch? Fetch { get; init; }

    /// <summary>Which link, by the number of its article (<see cref="LeadKeys.Article"/>) in hexadecimal digits; null when it is none of ours.</summary>
    public string? Link { get; init; }

    /// <summary>The link is the one that no person can see.</summary>
    public bool IsCanary { get; init; }

    /// <summary>When the mail was made (UTC, whole seconds), for our own links: they were not in any mailbox before.</summary>
    public DateTimeOffset? MailMadeAt { get; init; }

    /// <summary>
    /// Whether it is a visit to a link in a mail that left long ago, longer than an erased lead is remembered: our links are good for years. What
    /// becomes of a delivery is known within days.
    /// </summary>
    public bool IsLate => At - MailMadeAt > IErasedLeads.Remembered - Margin;

    /// <summary>What else the provider said, as a JSON object whose values hold nothing of a person; null for nothing.</summary>
    public string? Rest { get; init; }
}

namespace LeadFunctions.Leads;

/// <summary>
/// One fact of one lead, to be told to one endpoint. It holds ids and states alone: who the person is and what they asked for is read where
/// the receiver may read it. All times are UTC.
/// </summary>
public sealed record WebhookMessage
{
    /// <summary>For how long a message is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    public required WebhookKey Key { get; init; }

    public required LeadHandle Lead { get; init; }

    public required LeadKind Kind { get; init; }

    /// <summary>The status that the lead had when it happened.</summary>
    public required LeadStatus Status { get; init; }

    public WebhookState State { get; init; }

    /// <summary>Since when it is to be told: when it was written out, or last replayed.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it is to be posted next. While somebody posts it, when it is anybody's again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was posted since then, or begun to be.</summary>
    public int Attempts { get; init; }

    /// <summary>What came of the last try: a status code or a word such as <c>timeout</c>; null before the first.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>When it was delivered or given up; null before.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Changes whenever the message does; empty before it is stored.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether it was tried in vain and is to be tried again.</summary>
    public bool IsFailing => State == WebhookState.Waiting && LastAnswer is not null;

    /// <summary>What is to be told of a lead.</summary>
    public static WebhookMessage Of(WebhookKey key, Lead lead, LeadStatus status, DateTimeOffset now) =>
        new() { Key = key, Lead = lead.Handle, Kind = lead.Kind, Status = status, Since = now, DueAt = now };

    /// <summary>Somebody posts it: until then it is nobody else's, and afterwards it is due by itself, should they not come back.</summary>
    public WebhookMessage Claim(DateTimeOffset until) => this with { DueAt = until, Attempts = Attempts + 1 };

    /// <summary>The endpoint took it.</summary>
    public WebhookMessage Deliver(string answer, DateTimeOffset now) =>
        this with { State = WebhookState.Delivered, LastAnswer = answer, SettledAt = now };

    /// <summary>The endpoint did not take it. The last try is when patience ends, and never later.</summary>
    /// <param name="answer">What it said.</param>
    /// <param name="next">When to try again.</param>
    /// <param name="now">UTC.</param>
    public WebhookMessage Fail(string answer, DateTimeOffset next, DateTimeOffset now) => now >= Since + Patience
        ? this with { State = WebhookState.GivenUp, LastAnswer = answer, SettledAt = now }
        : this with { DueAt = next < Since + Patience ? next : Since + Patience, LastAnswer = answer };

    /// <summary>It is told again from the beginning, under the same id.</summary>
    public WebhookMessage Replay(DateTimeOffset now) =>
        this with { State = WebhookState.Waiting, Since = now, DueAt = now, Attempts = 0, LastAnswer = null, SettledAt = null };
}

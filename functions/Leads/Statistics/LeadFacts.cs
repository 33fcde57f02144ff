namespace LeadFunctions.Leads;

/// <summary>What is known of one lead for the figures, beside the evidence of its mails. It names nobody.</summary>
public sealed record LeadFacts
{
    /// <summary>The lead itself; null while it has not been noted, and then nothing of it counts.</summary>
    public CapturedFact? Captured { get; init; }

    /// <summary>The mails to the visitor that were taken.</summary>
    public IReadOnlyList<SentFact> Sent { get; init; } = [];

    /// <summary>What status the lead got, and when.</summary>
    public IReadOnlyList<StatusFact> Statuses { get; init; } = [];

    /// <summary>When the person said stop, with the lead that was their newest then.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }
}

/// <summary>A lead came.</summary>
public sealed record CapturedFact
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required LeadKind Kind { get; init; }

    /// <summary>Ids of the clinic's catalogue.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>The code of the visitor's language.</summary>
    public required string Language { get; init; }

    /// <summary>The slug of the article that the visitor came from.</summary>
    public string? Article { get; init; }

    public string? Page { get; init; }

    public string? Campaign { get; init; }

    public string? Medium { get; init; }

    public string? Content { get; init; }

    /// <summary>The page from which the person came the first time.</summary>
    public string? FirstPage { get; init; }

    /// <summary>The campaign through which the person came the first time.</summary>
    public string? FirstCampaign { get; init; }
}

/// <summary>The provider took a mail to the visitor.</summary>
/// <param name="Step">0 for the confirmation.</param>
/// <param name="At">UTC.</param>
/// <param name="Sequence">The version of its sequence, when that is known.</param>
/// <param name="Articles">In the order of the mail.</param>
public sealed record SentFact(int Step, DateTimeOffset At, string? Sequence, IReadOnlyList<LinkedArticle> Articles)
{
    /// <summary>The variant of its step; null where that is written in one way.</summary>
    public string? Variant { get; init; }
}

/// <summary>An article in a mail.</summary>
/// <param name="Slug">The article.</param>
/// <param name="Link">Its number in links, as evidence has it (<see cref="MailEvent.Link"/>).</param>
public sealed record LinkedArticle(string Slug, string Link);

/// <summary>Staff gave a lead a status.</summary>
/// <param name="Status">What it was from then on.</param>
/// <param name="At">UTC.</param>
public sealed record StatusFact(LeadStatus Status, DateTimeOffset At);

namespace LeadFunctions.Leads;

/// <summary>What is remembered of a person across their requests, under a keyed hash only. All times are UTC.</summary>
public sealed record Contact
{
    /// <summary>For how long <see cref="RecentArticles"/> remembers.</summary>
    public static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    public required ContactKey Key { get; init; }

    /// <summary>The newest request that agreed to articles; older ones of the same person send no more.</summary>
    public required LeadId LatestLead { get; init; }

    /// <summary>When the person said stop; null while they have not. Nothing is mailed to them afterwards.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>When their mailbox turned out not to exist; null while it has not. Nothing is mailed there afterwards.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>When they first called a mail of ours spam; null while they have not. Nothing is mailed to them afterwards.</summary>
    public DateTimeOffset? ComplainedAt { get; init; }

    /// <summary>When a confirmation was last claimed, and for which send: a person gets at most one in 24 hours.</summary>
    public ClaimMark? Confirmation { get; init; }

    /// <summary>When articles were last claimed, and for which send: a person gets at most one such mail in 24 hours.</summary>
    public ClaimMark? Articles { get; init; }

    /// <summary>The claims of articles within the seven days before the last one, that one included, the oldest first: a person gets only so many.</summary>
    public IReadOnlyList<ClaimMark> RecentArticles { get; init; } = [];

    /// <summary>The request whose articles go on although a newer one agreed to articles too; null where the newest takes over.</summary>
    public RunningArticles? Running { get; init; }

    /// <summary>
    /// The person has written of danger, and staff have not yet said that articles may go on: none of any of their requests is sent. With the
    /// contact and not with the lead, so that it holds for requests that were there before, and so that no claim can overlook it.
    /// </summary>
    public bool AreArticlesHeld { get; init; }

    /// <summary>Slugs of every article ever claimed for this person, so that none comes twice.</summary>
    public IReadOnlyList<string> ArticlesSent { get; init; } = [];

    /// <summary>When the person last asked for mail again, in so many words; null while they have not. An older word of theirs, told late, does not count.</summary>
    public DateTimeOffset? ResubscribedAt { get; init; }

    /// <summary>Until when articles wait, because the person asked for a pause; null when they did not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>When the person said no to articles, and only to those; null while they have not. A later request may agree anew.</summary>
    public DateTimeOffset? ArticlesRevokedAt { get; init; }

    /// <summary>What the person chose to be written to in, and when; null while they have not. A later request says it anew.</summary>
    public ChosenLanguage? Language { get; init; }

    /// <summary>Since when all that is held of the person is being erased; null when it is not. Nothing is claimed meanwhile.</summary>
    public DateTimeOffset? ErasingAt { get; init; }

    /// <summary>Changes whenever the row does; a claim names the version it was decided on.</summary>
    public string Version { get; init; } = "";

    /// <summary>Why the person is not written to, and since when.</summary>
    public IEnumerable<Suppression> Suppressions
    {
        get
        {
            if (UnsubscribedAt is { } unsubscribed)
            {
                yield return new(SuppressionReason.Unsubscribed, unsubscribed);
            }

            if (BouncedAt is { } bounced)
            {
                yield return new(SuppressionReason.Bounced, bounced);
            }

            if (ComplainedAt is { } complained)
            {
                yield return new(SuppressionReason.Complained, complained);
            }
        }
    }

    public bool IsSuppressed => (UnsubscribedAt ?? BouncedAt ?? ComplainedAt) is not null;

    /// <summary>Whether the articles of a request have come to an end because of another one of the same person.</summary>
    public bool IsTakenOver(LeadId lead, DateTimeOffset now) => Running is { } running && now < running.Until ? running.Lead != lead : LatestLead != lead;

    /// <summary>The contact as a claim of articles leaves it.</summary>
    public Contact WithArticles(ClaimMark claim, IEnumerable<string> slugs) => this with
    {
        Articles = claim,
        RecentArticles = [.. RecentArticles.Where(mark => mark.Send != claim.Send && mark.At > claim.At - Recently), claim],
        ArticlesSent = [.. ArticlesSent.Union(slugs)],
    };

    /// <summary>The contact with a suppression: of several for one reason, the earliest is kept, whichever comes first.</summary>
    public Contact With(Suppression suppression) => suppression.Reason switch
    {
        SuppressionReason.Unsubscribed or SuppressionReason.Complained when suppression.At <= ResubscribedAt => this,
        SuppressionReason.Unsubscribed => this with { UnsubscribedAt = Earlier(UnsubscribedAt, suppression.At) },
        SuppressionReason.Bounced => this with { BouncedAt = Earlier(BouncedAt, suppression.At) },
        SuppressionReason.Complained => this with { ComplainedAt = Earlier(ComplainedAt, suppression.At) },
        _ => throw new ArgumentOutOfRangeException(nameof(suppression), suppression.Reason, message: null),
    };

    /// <summary>Whether the articles that a request asked for were revoked since.</summary>
    public bool HasRevokedArticles(Lead lead) => lead.CapturedAt <= ArticlesRevokedAt;

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at;
}

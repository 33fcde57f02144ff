using LeadFunctions.Languages;

namespace LeadFunctions.Leads;

/// <summary>One request of one person: what they asked and agreed to, and how far it has come. All times are UTC.</summary>
public sealed partial record Lead
{
    public required LeadId Id { get; init; }

    public required ContactKey Contact { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required LeadKind Kind { get; init; }

    public LeadStatus Status { get; init; } = LeadStatus.New;

    public required PersonName Name { get; init; }

    public EmailAddress? Email { get; init; }

    public PhoneNumber? Phone { get; init; }

    public required ContactBy ContactBy { get; init; }

    /// <summary>Ids of the clinic's catalogue, in the order in which they were named.</summary>
    public IReadOnlyList<string> Concerns { get; init; } = [];

    public string Message { get; init; } = "";

    public IReadOnlyList<PreferredTime> PreferredTimes { get; init; } = [];

    public Visit Visit { get; init; } = Visit.Either;

    public Consent Consent { get; init; } = Consent.None;

    public LeadSource Source { get; init; } = LeadSource.Unknown;

    public Doorway Doorway { get; init; }

    /// <summary>What the visitor reads, and is written to in.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Held back as probable spam: stored and shown to staff, and nothing is mailed.</summary>
    public bool Quarantined { get; init; }

    /// <summary>What the visitor wrote sounds as if somebody were in danger: staff come first, and articles wait until staff have spoken.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>How much like spam it looked when it came, and why.</summary>
    public Suspicion Suspicion { get; init; } = Suspicion.None;

    /// <summary>When staff let it out of quarantine; null when nobody did.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who of the staff looks after it: an address or a name, as it was written; null while nobody does.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>When staff first answered: called, whoever picked up, or said that they had been in touch, had booked or had closed it.</summary>
    public DateTimeOffset? FirstRespondedAt { get; init; }

    /// <summary>When it was booked; null while it is not.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Why it was closed, in the words of staff; null while it is not, or where nobody said.</summary>
    public string? ClosedReason { get; init; }

    /// <summary>Since when staff hold back the articles; null while they do not.</summary>
    public DateTimeOffset? FollowUpPausedAt { get; init; }

    /// <summary>From when the follow-up counts: what was held back for a week must not come all at once.</summary>
    public DateTimeOffset BeganAt => ReleasedAt ?? CapturedAt;

    public LeadHandle Handle => new(Id, CapturedAt);

    /// <summary>Whether the visitor is still to be written to: staff have neither booked nor closed the request.</summary>
    public bool IsOpen => !Quarantined && Status is LeadStatus.New or LeadStatus.Contacted;

    /// <summary>
    /// The work that begins with the lead: the alert, and the confirmation when there is an address. In quarantine nothing is mailed to the
    /// visitor, and staff are told only of what is urgent: danger that looks like spam may still be danger. A release does not tell again.
    /// </summary>
    public IEnumerable<DueWork> FirstWork()
    {
        if (IsUrgent ? ReleasedAt is null : !Quarantined)
        {
            yield return Begin(Track.Alert);
        }

        if (!Quarantined && Email is not null)
        {
            yield return Begin(Track.Visitor);
        }
    }

    private DueWork Begin(Track track) => new()
    {
        Key = new(Id, track, 0),
        Lead = Handle,
        Kind = Kind,
        Contact = Contact,
        IsUrgent = IsUrgent && track == Track.Alert,
        DueAt = BeganAt,
    };
}

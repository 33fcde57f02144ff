namespace LeadFunctions.Leads;

/// <content>What staff do with a lead. Each change is a new value; what is not possible from here is null.</content>
public sealed partial record Lead
{
    /// <summary>
    /// Whether the person still waits for the first word of staff: the clock of the clinic's promise runs. For who has written of danger it does so
    /// also where that looks like spam.
    /// </summary>
    public bool IsAwaitingAnswer => Status == LeadStatus.New && FirstRespondedAt is null && (!Quarantined || IsUrgent);

    public bool IsFollowUpPaused => FollowUpPausedAt is not null;

    /// <summary>The lead as staff let it out of quarantine: not spam, whatever was thought before.</summary>
    public Lead Release(DateTimeOffset now) => this with
    {
        Quarantined = false,
        ReleasedAt = now,
        Status = Status == LeadStatus.Spam ? LeadStatus.New : Status,
    };

    /// <summary>
    /// The lead in another status. It goes forward, and may leave out steps; from wherever it is, it may be opened anew, which also lets it
    /// out of quarantine. What was booked or closed is opened before it goes elsewhere, so that nothing is undone by a slip.
    /// </summary>
    /// <returns>Null when there is no way from here. The same lead when it is there already.</returns>
    public Lead? MoveTo(LeadStatus status, DateTimeOffset now) => status switch
    {
        LeadStatus.New => Reopen(now),
        _ when status == Status => this,
        LeadStatus.Contacted when Status == LeadStatus.New => Respond(now) with { Status = status },
        LeadStatus.Booked when IsUndecided => Respond(now) with { Status = status, BookedAt = now },
        LeadStatus.Closed when IsUndecided => Respond(now) with { Status = status },
        LeadStatus.Spam when IsUndecided => this with { Status = status },
        _ => null,
    };

    /// <summary>Staff have called. Whoever was reached was contacted; otherwise the lead stays where it is, to be tried again.</summary>
    public Lead Call(CallResult result, DateTimeOffset now) => Respond(now) with
    {
        Status = result == CallResult.Reached && Status == LeadStatus.New ? LeadStatus.Contacted : Status,
    };

    /// <summary>Holds back the articles, or lets them go on.</summary>
    public Lead Pause(bool isPaused, DateTimeOffset now) => isPaused == IsFollowUpPaused ? this : this with { FollowUpPausedAt = isPaused ? now : null };

    private bool IsUndecided => Status is LeadStatus.New or LeadStatus.Contacted;

    private Lead Reopen(DateTimeOffset now) => (Quarantined ? Release(now) : this) with { Status = LeadStatus.New, BookedAt = null, ClosedReason = null };

    private Lead Respond(DateTimeOffset now) => this with { FirstRespondedAt = FirstRespondedAt ?? now };
}

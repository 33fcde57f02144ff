namespace LeadFunctions.Leads;

/// <summary>What staff did with a lead.</summary>
public enum TimelineKind
{
    StatusChanged,
    Noted,
    Assigned,
    Called,

    /// <summary>Let out of quarantine.</summary>
    Released,

    /// <summary>The articles of a person who had written of danger may go on.</summary>
    ArticlesReleased,

    FollowUpPaused,
    FollowUpResumed,

    /// <summary>Somebody looked at it.</summary>
    Viewed,
}

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

    /// <summary>A mail that had been given up goes on its way again.</summary>
    MailPutBack,

    /// <summary>A mail that had been given up stays unsent.</summary>
    MailSetAside,
}

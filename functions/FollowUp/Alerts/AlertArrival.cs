namespace LeadFunctions.FollowUp;

/// <summary>Whether staff have got an alert, as far as the provider has told.</summary>
public enum AlertArrival
{
    /// <summary>Nobody will tell: the provider's reports are not set up.</summary>
    NotTold,

    /// <summary>Nothing is known yet.</summary>
    Open,

    /// <summary>Somebody's copy has arrived.</summary>
    Arrived,

    /// <summary>Every copy has bounced or was dropped.</summary>
    Failed,
}

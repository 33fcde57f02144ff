namespace LeadFunctions.Leads;

/// <summary>What staff can do about webhooks.</summary>
public enum WebhookDeedKind
{
    /// <summary>One message is told again.</summary>
    Replayed,

    /// <summary>What was not delivered since a time is told again.</summary>
    ReplayedUndelivered,

    /// <summary>Everything since a time is told again.</summary>
    ReplayedAll,

    /// <summary>A message was posted that tells of nobody.</summary>
    Tested,

    /// <summary>An endpoint that had said that it is gone is posted to again.</summary>
    Enabled,
}

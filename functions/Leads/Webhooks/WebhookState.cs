namespace LeadFunctions.Leads;

/// <summary>How far a message to an endpoint has come.</summary>
public enum WebhookState
{
    /// <summary>It is to be posted, for the first time or again.</summary>
    Waiting,

    /// <summary>The endpoint took it.</summary>
    Delivered,

    /// <summary>The endpoint did not take it for days. Staff may have it sent again.</summary>
    GivenUp,
}

namespace LeadFunctions.Leads;

/// <summary>Why a person is not written to.</summary>
public enum SuppressionReason
{
    /// <summary>They said stop.</summary>
    Unsubscribed,

    /// <summary>There is no such mailbox.</summary>
    Bounced,

    /// <summary>They called a mail of ours spam.</summary>
    Complained,
}

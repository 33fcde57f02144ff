namespace LeadFunctions.Leads;

/// <summary>What a note of the outbox tells.</summary>
public enum OutboxKind
{
    /// <summary>A lead is to be counted that a look at the newest leads would not find.</summary>
    Captured,

    /// <summary>The provider took a mail to a visitor.</summary>
    Sent,

    /// <summary>Staff have come further with a lead, or back.</summary>
    StatusChanged,

    /// <summary>A person said stop.</summary>
    Unsubscribed,
}

namespace LeadFunctions.Leads;

/// <summary>How far staff have come with a lead.</summary>
public enum LeadStatus
{
    New,
    Contacted,
    Booked,
    Closed,
    Spam,
}

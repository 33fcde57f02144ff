namespace LeadFunctions.Leads;

/// <summary>What the clinic's own systems are told of a lead.</summary>
public enum WebhookEvent
{
    /// <summary>A request came, or was let out of quarantine.</summary>
    LeadCaptured,

    /// <summary>Staff have come further with it, or back.</summary>
    LeadStatusChanged,

    /// <summary>It was booked. The change of its status is told besides, so that whoever wants bookings alone need not read changes.</summary>
    LeadBooked,
}

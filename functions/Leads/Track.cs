namespace LeadFunctions.Leads;

/// <summary>The sequences that run for a lead, independent of each other.</summary>
public enum Track
{
    /// <summary>Tells staff. At least once: a repeat is harmless, a miss is a lost patient.</summary>
    Alert,

    /// <summary>Writes to the visitor: the confirmation, then articles. At most once each.</summary>
    Visitor,

    /// <summary>Reminds staff while the clinic's promise is not kept. At least once for each point of its clock.</summary>
    Promise,
}

namespace LeadFunctions.Leads;

/// <summary>A lead that waits in another account for the store to come back.</summary>
/// <param name="Lead">The lead, as it was acknowledged.</param>
/// <param name="Version">Changes whenever what is kept does.</param>
public sealed record SpilledLead(NewLead Lead, string Version);

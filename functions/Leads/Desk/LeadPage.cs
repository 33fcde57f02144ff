namespace LeadFunctions.Leads;

/// <param name="Leads">Newest first.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record LeadPage(IReadOnlyList<Lead> Leads, LeadCursor? Next);

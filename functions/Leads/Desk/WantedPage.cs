namespace LeadFunctions.Leads;

/// <summary>The beginning of a list that is wanted together with others.</summary>
/// <param name="Filter">Which leads.</param>
/// <param name="Limit">How many at most.</param>
public sealed record WantedPage(LeadFilter Filter, int Limit);

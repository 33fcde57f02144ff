namespace LeadFunctions.Leads;

/// <summary>The counts of one date on the clinic's calendar.</summary>
public sealed record DayTally(DateOnly Date, Tally Tally);

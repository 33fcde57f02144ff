namespace LeadFunctions.Leads;

/// <summary>A date on the clinic's calendar, and the quarters of an hour that make it up: 92 to 100, since clocks are changed.</summary>
/// <param name="Date">The date.</param>
/// <param name="Hours">For each bucket, in order, the hour that the clock on the wall shows.</param>
public sealed record LocalDay(DateOnly Date, IReadOnlyDictionary<Bucket, int> Hours);

namespace LeadFunctions.Leads;

/// <summary>An hour for which something is to be done again.</summary>
/// <param name="Start">Its first instant (UTC).</param>
/// <param name="Version">Changes whenever the hour is marked again: only what was marked before the work began is settled by it.</param>
public readonly record struct HourMark(DateTimeOffset Start, string Version);

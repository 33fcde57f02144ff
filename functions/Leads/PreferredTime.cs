namespace LeadFunctions.Leads;

/// <summary>A time that would suit the visitor, in the clinic's zone.</summary>
/// <param name="Day">An ISO 8601 date, a weekday in lower-case English, or <c>any</c>.</param>
/// <param name="Part">The part of that day.</param>
public sealed record PreferredTime(string Day, PartOfDay Part);

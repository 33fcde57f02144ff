namespace LeadFunctions.Clinic;

/// <summary>A span of one day in which the clinic is open.</summary>
/// <param name="Opens">Since midnight on the wall.</param>
/// <param name="Closes">Since midnight on the wall, at most 24 hours; the clinic is no longer open at it.</param>
public sealed record OpeningSpan(TimeSpan Opens, TimeSpan Closes);

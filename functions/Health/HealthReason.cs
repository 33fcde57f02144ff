namespace LeadFunctions.Health;

/// <summary>Something that an engineer should look at: figures and fixed words, never a person, never a secret.</summary>
/// <param name="Id">Stays the same; <c>docs/operations.md</c> says what to do.</param>
/// <param name="Says">The same in words.</param>
public sealed record HealthReason(string Id, string Says);

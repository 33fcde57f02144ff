namespace LeadFunctions.Leads;

/// <summary>That a person agreed to something, or took it back. Never changed afterwards.</summary>
/// <param name="Channel">To what.</param>
/// <param name="IsAgreed">False when it was revoked.</param>
/// <param name="Wording">The version of the wording that they saw; null for a revocation, which needs none.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Source">Where.</param>
/// <param name="Page">The page that they were on, as it said itself; null where nobody said.</param>
public sealed record ConsentReceipt(ConsentChannel Channel, bool IsAgreed, string? Wording, DateTimeOffset At, ConsentSource Source, string? Page = null);

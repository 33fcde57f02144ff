namespace LeadFunctions.Leads;

/// <summary>Nothing more is mailed to a person.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when (UTC).</param>
public sealed record Suppression(SuppressionReason Reason, DateTimeOffset At);

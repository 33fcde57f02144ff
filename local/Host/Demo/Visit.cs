namespace LeadFunctions.Local.Demo;

/// <summary>Somebody at the clinic's door.</summary>
/// <param name="At">When they send the form.</param>
/// <param name="Lead">What they send.</param>
/// <param name="LeavesAt">When they have had enough mail, or <see langword="null"/>.</param>
/// <param name="First">From where they came the first time, when this is not it.</param>
internal sealed record Visit(DateTimeOffset At, MadeUpLead Lead, DateTimeOffset? LeavesAt, MadeUpSource? First = null);

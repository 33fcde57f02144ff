namespace LeadFunctions.Events;

/// <summary>One post of Event Grid, read.</summary>
/// <param name="Events">What came of mails.</param>
/// <param name="ValidationCode">What the answer has to repeat when Event Grid asks whether its events are wanted; null when it does not ask.</param>
public sealed record AcsEventPost(EventBatch Events, string? ValidationCode);

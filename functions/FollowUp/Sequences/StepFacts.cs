namespace LeadFunctions.FollowUp;

/// <summary>What a step may depend on beside the lead and the contact.</summary>
/// <param name="HasClicked">A person, and certainly no program, has followed a link of a mail of this request.</param>
public readonly record struct StepFacts(bool HasClicked);

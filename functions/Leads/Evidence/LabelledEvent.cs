namespace LeadFunctions.Leads;

/// <summary>A piece of evidence, and who was behind it.</summary>
/// <param name="Event">As it is kept.</param>
/// <param name="By">For an open or a click; null for all else.</param>
public sealed record LabelledEvent(MailEvent Event, Actor? By);

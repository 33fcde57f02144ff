namespace LeadFunctions.Email;

/// <summary>A line of a mail that says one thing: <c>Reference: PAMB-7K3F9Q</c>.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says; line breaks are kept.</param>
/// <param name="Href">Where it leads, such as a <c>tel:</c> address; null for nowhere.</param>
public sealed record MailFact(string Label, string Value, string? Href = null);

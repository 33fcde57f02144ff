namespace LeadFunctions.Http;

/// <summary>A page that says one thing.</summary>
/// <param name="Heading">What.</param>
/// <param name="Paragraphs">The rest of it; the clinic's telephone number stands below.</param>
public sealed record Message(string Heading, params IReadOnlyList<string> Paragraphs);

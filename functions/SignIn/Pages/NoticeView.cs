namespace LeadFunctions.SignIn;

/// <param name="Heading">What there is to say.</param>
/// <param name="Paragraphs">The rest of it.</param>
/// <param name="Link">What can be done now; null for nothing.</param>
/// <param name="Href">Where that is done.</param>
public sealed record NoticeView(string Heading, IReadOnlyList<string> Paragraphs, string? Link, string Href);

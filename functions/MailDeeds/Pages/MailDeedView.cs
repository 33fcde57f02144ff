namespace LeadFunctions.MailDeeds;

/// <param name="Heading">What is asked, or what there is to say.</param>
/// <param name="Reference">The lead's reference; null where none is to be told.</param>
/// <param name="Paragraphs">The rest of it.</param>
/// <param name="Address">Where this page is opened anew.</param>
public sealed record MailDeedView(string Heading, string? Reference, IReadOnlyList<string> Paragraphs, string Address)
{
    /// <summary>What the one button says; null where nothing can be done.</summary>
    public string? Button { get; init; }

    /// <summary>Where all about the lead is, for who signs in; null where there is nothing.</summary>
    public string? Desk { get; init; }
}

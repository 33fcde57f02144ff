namespace LeadFunctions.Leads;

/// <summary>
/// What the visitor agreed to when the lead was captured, each channel by itself: the version of the wording that they saw, or null
/// where they did not agree.
/// </summary>
/// <param name="ArticlesWording">E-mail with articles.</param>
/// <param name="CallsWording">Telephone calls.</param>
/// <param name="TextsWording">Text messages.</param>
public sealed record Consent(string? ArticlesWording, string? CallsWording, string? TextsWording)
{
    public static Consent None { get; } = new(null, null, null);

    public bool Articles => ArticlesWording is not null;

    public bool Calls => CallsWording is not null;

    public bool Texts => TextsWording is not null;
}

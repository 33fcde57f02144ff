using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>What the page with preferences shows.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Person">As they are now.</param>
/// <param name="Rules">The wordings.</param>
/// <param name="Time">The clinic's clock.</param>
/// <param name="Now">UTC.</param>
/// <param name="Notice">What was just done; null when nothing was.</param>
public sealed record PreferencesView(string Token, Person Person, WishRules Rules, ClinicTime Time, DateTimeOffset Now, string? Notice)
{
    public string Action => $"/preferences/{Uri.EscapeDataString(Token)}?{Language.Current.Query}";

    public string StopAll => $"/unsubscribe/{Uri.EscapeDataString(Token)}?{Language.Current.Query}";

    public bool IsStopped => (Person.Contact.UnsubscribedAt ?? Person.Contact.ComplainedAt) is not null;

    public bool IsUnreachable => Person.Contact.BouncedAt is not null;

    public IReadOnlyList<ConsentChannel> Offered => [.. WishRules.Offered(Person)];

    public string? PausedUntil => WishRules.IsPaused(Person.Contact, Now) ? SpokenTime.Date(Time.DateAt(Person.Contact.PausedUntil!.Value)) : null;

    public Language Chosen => Person.Contact.Language?.Language ?? (Person.Leads is [var newest, ..] ? newest.Language : Language.Current);

    public bool HasArticles => Offered.Contains(ConsentChannel.Articles);
}

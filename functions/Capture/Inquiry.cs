using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>A submission that holds: parsed, normalised and within all limits. Inside, nobody checks it again.</summary>
public sealed record Inquiry
{
    public required LeadKind Kind { get; init; }

    public required PersonName Name { get; init; }

    public EmailAddress? Email { get; init; }

    public PhoneNumber? Phone { get; init; }

    public required ContactBy ContactBy { get; init; }

    public required IReadOnlyList<string> Concerns { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyList<PreferredTime> PreferredTimes { get; init; }

    public required Visit Visit { get; init; }

    public required Consent Consent { get; init; }

    public required LeadSource Source { get; init; }

    /// <summary>All that was said, as one text; two submissions that say the same have the same.</summary>
    public string Canonical() => string.Join(
        '\u001f',
        [
            Kind.ToString(), Name.Value, Email?.Value, Phone?.E164, Phone?.Extension, ContactBy.ToString(), string.Join(' ', Concerns), Message,
            string.Join(' ', PreferredTimes.Select(time => $"{time.Day}/{time.Part}")), Visit.ToString(),
            $"{Consent.Articles}/{Consent.Calls}/{Consent.Texts}",
            Source.Page, Source.Article, Source.Campaign, Source.Medium, Source.Content, Source.Term, Source.Referrer,
        ]);
}

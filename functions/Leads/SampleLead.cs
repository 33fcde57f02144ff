using System.Diagnostics;
using LeadFunctions.Languages;

namespace LeadFunctions.Leads;

/// <summary>A request of an invented person, for previews, calendars and checks: never stored.</summary>
public static class SampleLead
{
    private static readonly ContactKey Person = ContactKey.Parse("00000000000000000000000000000001");

    // A reference that looks like others: its shard is that of the contact.
    private static readonly LeadId Request = new(0x0bada550);

    /// <summary>Somebody who agreed to articles and has named these concerns.</summary>
    public static Lead Of(LeadKind kind, Language language, IReadOnlyList<string> concerns, DateTimeOffset at) => new()
    {
        Id = Request,
        Contact = Person,
        CapturedAt = at.ToUniversalTime(),
        Kind = kind,
        Name = PersonName.TryParse("Robin Example", out var name, out _) ? name : throw new UnreachableException(),
        Email = EmailAddress.TryParse("robin@example.com", out var email, out _) ? email : throw new UnreachableException(),
        Phone = PhoneNumber.TryParse("650-555-0123", out var phone, out _) ? phone : throw new UnreachableException(),
        ContactBy = kind == LeadKind.Call ? ContactBy.Phone : ContactBy.Email,
        Concerns = concerns,
        Consent = new("sample", null, null),
        Language = language,
    };
}

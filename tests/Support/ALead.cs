using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Support;

/// <summary>Leads as tests need them: fictional people, everything else as usual.</summary>
internal static class ALead
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);

    /// <summary>The keys that the app under test makes, too.</summary>
    public static readonly LeadKeys Keys = new(Options.Create(new LeadsOptions { Pepper = TestSettings.All["Leads:Pepper"]! }));

    private static int made;

    public static ContactKey AContact(int shard = 10) => ContactKey.Parse($"{shard:x}{Interlocked.Increment(ref made):x31}");

    public static Lead Captured(ContactKey? contact = null, DateTimeOffset? at = null, LeadKind kind = LeadKind.Appointment)
    {
        var key = contact ?? AContact();
        return new()
        {
            Id = LeadId.New(key.Shard),
            Contact = key,
            CapturedAt = at ?? Noon,
            Kind = kind,
            Name = Name("Robin Example"),
            Email = Email("robin@example.com"),
            Phone = Phone("650-555-0123"),
            ContactBy = ContactBy.Email,
            Concerns = ["depression", "chronic-pain"],
            Consent = new("2026-11-01", null, null),
        };
    }

    public static NewLead New(Lead lead, string? submission = null, string fingerprint = "f") =>
        new(lead, submission ?? $"{Interlocked.Increment(ref made):x32}", fingerprint);

    public static PersonName Name(string text) => PersonName.TryParse(text, out var name, out var problem) ? name : throw new ArgumentException(problem.ToString());

    public static EmailAddress Email(string text) => EmailAddress.TryParse(text, out var email, out var problem) ? email : throw new ArgumentException(problem.ToString());

    public static PhoneNumber Phone(string text) => PhoneNumber.TryParse(text, out var phone, out var problem) ? phone : throw new ArgumentException(problem.ToString());
}

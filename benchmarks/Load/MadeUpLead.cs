using LeadFunctions.Leads;

namespace LeadFunctions.Benchmarks;

/// <summary>Leads as a clinic would have them after a while: the higher the number, the older.</summary>
internal static class MadeUpLead
{
    private static readonly string[] FirstNames = ["Robin", "Alex", "María", "Jordan", "Chris", "Sam", "Dana", "Jamie", "Terry", "Quinn"];
    private static readonly string[] LastNames = ["Example", "Sample", "García", "Placeholder", "Fiction", "Invented", "Imagined", "Pretend", "Nobody", "Madeup"];
    private static readonly string[] Concerns = ["depression", "anxiety", "ocd", "chronic-pain", "sleep"];

    public static Lead Of(int number, int shard, DateTimeOffset now) => new()
    {
        Id = new((uint)((number << 4) | shard)),
        Contact = ContactKey.Parse($"{shard:x}{number:x31}"),
        CapturedAt = now.AddMinutes(-5 * number),
        Kind = number % 3 == 0 ? LeadKind.Call : LeadKind.Appointment,
        Status = StatusOf(number),
        Name = PersonName.TryParse($"{FirstNames[number % 10]} {LastNames[number / 10 % 10]}", out var name, out _) ? name : throw new InvalidOperationException(),
        Email = EmailAddress.TryParse($"visitor{number}@example.com", out var email, out _) ? email : null,
        Phone = PhoneNumber.TryParse($"650555{number % 10_000:D4}", out var phone, out _) ? phone : null,
        ContactBy = ContactBy.Email,
        Concerns = [Concerns[number % 5]],
        Message = "Words that somebody might write about what troubles them, of a usual length and no meaning at all.",
        Consent = new("2026-11-01", null, null),
        Quarantined = number % 50 == 0,
        IsUrgent = number % 500 == 0,
        AssignedTo = number % 4 == 0 ? $"staff{number % 20}@example.com" : null,
    };

    // Staff are through with nearly all that is older than a few days.
    private static LeadStatus StatusOf(int number) => (number % 100, number) switch
    {
        ( < 20, < 1_000) or ( < 1, < 20_000) => LeadStatus.New,
        ( < 40, < 2_000) or ( < 2, _) => LeadStatus.Contacted,
        ( < 60, _) => LeadStatus.Booked,
        ( < 99, _) => LeadStatus.Closed,
        _ => LeadStatus.Spam,
    };
}

using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.StaffMail;

/// <summary>
/// What mail may tell staff about a lead. By default nothing that anybody may not read over a shoulder: no contact data, no concern,
/// no word of the visitor's. <c>Digest__Detail=full</c> adds them; <c>Compliance__Mode=Hipaa</c> leaves only how long they wait.
/// </summary>
public sealed class StaffLeadFacts(
    ClinicProfile clinic,
    ConcernCatalogue concerns,
    IOptions<StaffMailOptions> options,
    IOptions<ComplianceOptions> compliance)
{
    /// <summary>Whether a mail may not list people, but only count them and say where they are listed.</summary>
    public bool IsCountsOnly => compliance.Value.IsHipaa;

    public bool IsFull => options.Value.IsFull;

    /// <summary>By when the clinic has promised to answer (UTC).</summary>
    public DateTimeOffset AnswerBy(Lead lead) =>
        clinic.Hours.Deadline(lead.CapturedAt, lead.Kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment);

    /// <summary>The name, as far as it may be told.</summary>
    public string Who(Lead lead) => (IsFull ? lead.Name.Value : lead.Name.FirstNameAndInitial()) ?? "A visitor";

    /// <summary>The reference by which staff find the lead.</summary>
    public string Reference(Lead lead) => lead.Id.ToReference(clinic.ReferencePrefix);

    /// <summary>All else that may be told, in the order in which it is shown.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="now">UTC.</param>
    /// <param name="longestMessage">Where to cut the visitor's message, in characters.</param>
    public IReadOnlyList<MailFact> Of(Lead lead, DateTimeOffset now, int longestMessage = int.MaxValue) => IsCountsOnly
        ? [new("Received", Received(lead, now))]
        : Several(lead, now, longestMessage);

    private IReadOnlyList<MailFact> Several(Lead lead, DateTimeOffset now, int longestMessage) =>
    [
        new("Received", Received(lead, now)),
        new("Answer due", clinic.Time.By(AnswerBy(lead), now) + (AnswerBy(lead) < now ? " (overdue)" : "")),
        new("Prefers", Preferred(lead.ContactBy)),
        .. lead.Language == Language.English ? Array.Empty<MailFact>() : [new("Language", lead.Language.EnglishName)],
        .. lead.PreferredTimes.Count == 0 ? Array.Empty<MailFact>() : [new("Best times", string.Join("; ", lead.PreferredTimes.Select(TimeInWords)))],
        .. IsFull ? Details(lead, longestMessage) : [],
    ];

    private string Received(Lead lead, DateTimeOffset now) =>
        $"{clinic.Time.At(lead.CapturedAt, now)}, {SpokenTime.Length(now > lead.CapturedAt ? now - lead.CapturedAt : TimeSpan.Zero)} ago";

    private static string Preferred(ContactBy by) => by switch
    {
        ContactBy.Phone => "a phone call",
        ContactBy.Text => "a text message",
        _ => "an e-mail",
    };

    private static string TimeInWords(PreferredTime time) =>
        $"{DayInWords(time.Day)}, {(time.Part == PartOfDay.Any ? "any time" : time.Part.ToString().ToLowerInvariant())}";

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.EnumerateRunes().Take(longest)).TrimEnd() + "\u2026";

    private static string DayInWords(string day) =>
        PreferredTime.DateOf(day) is { } date ? SpokenTime.Date(date)
        : day == "any" ? "any day"
        : char.ToUpperInvariant(day[0]) + day[1..];

    private IEnumerable<MailFact> Details(Lead lead, int longestMessage)
    {
        if (lead.Phone is { } phone)
        {
            yield return new("Phone", phone.Display, $"tel:{phone.E164}");
        }

        if (lead.Email is { } email)
        {
            yield return new("E-mail", email.Value, $"mailto:{Uri.EscapeDataString(email.Value)}");
        }

        if (lead.Concerns.Count > 0)
        {
            yield return new("Named", string.Join(", ", lead.Concerns.Select(id => concerns.TryFind(id, out var concern) ? concern.Label.English : id)));
        }

        if (lead.Kind == LeadKind.Appointment)
        {
            yield return new("Visit", lead.Visit switch { Visit.InPerson => "in person", Visit.Telehealth => "by telehealth", _ => "in person or by telehealth" });
        }

        if (lead.Message.Length > 0)
        {
            yield return new("Message", Cut(lead.Message, longestMessage));
        }
    }
}

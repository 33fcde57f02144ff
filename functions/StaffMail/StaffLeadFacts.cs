using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
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
    AnswerClock answers,
    IOptions<StaffMailOptions> options,
    IOptions<ComplianceOptions> compliance)
{
    /// <summary>Whether a mail may not list people, but only count them and say where they are listed.</summary>
    public bool IsCountsOnly => compliance.Value.IsHipaa;

    public bool IsFull => options.Value.IsFull;

    /// <summary>By when the clinic has promised to answer (UTC); what is urgent does not wait for opening hours.</summary>
    public DateTimeOffset AnswerBy(Lead lead) => answers.DueBy(lead);

    /// <summary>The name, as far as it may be told.</summary>
    public string Who(Lead lead) => (IsFull ? lead.Name.Value : lead.Name.FirstNameAndInitial()) ?? StaffMailText.AVisitor;

    /// <summary>The reference by which staff find the lead.</summary>
    public string Reference(Lead lead) => lead.Id.ToReference(clinic.ReferencePrefix);

    /// <summary>All else that may be told, in the order in which it is shown.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="now">UTC.</param>
    /// <param name="longestMessage">Where to cut the visitor's message, in characters.</param>
    public IReadOnlyList<MailFact> Of(Lead lead, DateTimeOffset now, int longestMessage = int.MaxValue) => IsCountsOnly
        ? [new(StaffMailText.Received, Received(lead, now))]
        : Several(lead, now, longestMessage);

    private IReadOnlyList<MailFact> Several(Lead lead, DateTimeOffset now, int longestMessage) =>
    [
        new(StaffMailText.Received, Received(lead, now)),
        new(StaffMailText.AnswerDue, AnswerBy(lead) < now ? StaffMailText.Overdue.With(clinic.Time.By(AnswerBy(lead), now)) : clinic.Time.By(AnswerBy(lead), now)),
        new(StaffMailText.Prefers, Preferred(lead.ContactBy)),
        .. lead.Language == Language.Current ? Array.Empty<MailFact>() : [new(StaffMailText.Language, NameOf(lead.Language))],
        .. lead.PreferredTimes.Count == 0 ? Array.Empty<MailFact>() : [new(StaffMailText.BestTimes, string.Join("; ", lead.PreferredTimes.Select(TimeInWords)))],
        .. IsFull ? Details(lead, longestMessage) : [],
    ];

    private string Received(Lead lead, DateTimeOffset now) =>
        StaffMailText.ReceivedAgo.With(clinic.Time.At(lead.CapturedAt, now), SpokenTime.Length(now > lead.CapturedAt ? now - lead.CapturedAt : TimeSpan.Zero));

    // Staff who read English call a language by its English name.
    private static string NameOf(Language language) => Language.Current == Language.English ? language.EnglishName : language.Name;

    private static string Preferred(ContactBy by) => by switch
    {
        ContactBy.Phone => StaffMailText.PrefersPhone,
        ContactBy.Text => StaffMailText.PrefersText,
        _ => StaffMailText.PrefersEmail,
    };

    private static string TimeInWords(PreferredTime time) =>
        StaffMailText.Time.With(DayInWords(time.Day), PartInWords(time.Part));

    private static string PartInWords(PartOfDay part) => part switch
    {
        PartOfDay.Morning => StaffMailText.Morning,
        PartOfDay.Afternoon => StaffMailText.Afternoon,
        PartOfDay.Evening => StaffMailText.Evening,
        _ => StaffMailText.AnyTime,
    };

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : string.Concat(text.EnumerateRunes().Take(longest)).TrimEnd() + "\u2026";

    private static string DayInWords(string day) =>
        PreferredTime.DateOf(day) is { } date ? SpokenTime.Date(date)
        : day == "any" ? StaffMailText.AnyDay
        : PreferredTime.WeekdayOf(day) is { } weekday ? SpokenTime.Weekday(weekday)
        : char.ToUpperInvariant(day[0]) + day[1..];

    private IEnumerable<MailFact> Details(Lead lead, int longestMessage)
    {
        if (lead.Phone is { } phone)
        {
            yield return new(StaffMailText.Phone, phone.Display, $"tel:{phone.E164}");
        }

        if (lead.Email is { } email)
        {
            yield return new(StaffMailText.Email, email.Value, $"mailto:{Uri.EscapeDataString(email.Value)}");
        }

        if (lead.Concerns.Count > 0)
        {
            yield return new(StaffMailText.Named, string.Join(", ", lead.Concerns.Select(id => concerns.TryFind(id, out var concern) ? concern.Label.ToString() : id)));
        }

        if (lead.Kind == LeadKind.Appointment)
        {
            yield return new(StaffMailText.Visit, lead.Visit switch { Visit.InPerson => StaffMailText.VisitInPerson, Visit.Telehealth => StaffMailText.VisitTelehealth, _ => StaffMailText.VisitEither });
        }

        if (lead.Message.Length > 0)
        {
            yield return new(StaffMailText.Message, Cut(lead.Message, longestMessage));
        }
    }
}

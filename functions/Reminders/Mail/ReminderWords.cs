using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Reminders;

/// <summary>What a reminder says, in the language that is spoken now.</summary>
public sealed class ReminderWords
{
    // Mail programs cut a mail off at about 100 kB; so many leads with their links stay below, whatever they wrote.
    private const int MostListed = 10;
    private const int LongestMessage = 160;

    private readonly IReadOnlyList<Reminder> reminders;
    private readonly StaffLeadFacts facts;
    private readonly ClinicProfile clinic;

    /// <param name="reminders">Of what; at least one.</param>
    /// <param name="facts">What may be told.</param>
    /// <param name="links">What the reader can do about a lead from the mail.</param>
    /// <param name="staffUrl">Where all who wait are listed.</param>
    /// <param name="clinic">The clinic.</param>
    /// <param name="now">UTC.</param>
    public ReminderWords(
        IReadOnlyList<Reminder> reminders,
        StaffLeadFacts facts,
        Func<Lead, IReadOnlyList<MailFact>> links,
        string staffUrl,
        ClinicProfile clinic,
        DateTimeOffset now)
    {
        (this.reminders, this.facts, this.clinic, StaffUrl) = (reminders, facts, clinic, staffUrl);
        Entries =
        [
            .. reminders
                .OrderByDescending(reminder => reminder.Lead.IsUrgent)
                .ThenBy(reminder => reminder.Lead.CapturedAt)
                .Take(MostListed)
                .Select(reminder => new ReminderEntry(HeadingOf(reminder.Lead), [.. FactsOf(reminder, now)], links(reminder.Lead))),
        ];
    }

    public MailFrame Frame => new(
        reminders.Any(reminder => reminder.Lead.IsUrgent) ? ReminderText.SubjectUrgent.With(Requests) : ReminderText.Subject.With(Requests),
        ReminderText.Preheader,
        ReminderText.Reason.With(clinic.Name),
        UnsubscribeUrl: null);

    public static string Heading => ReminderText.Heading;

    public string Intro => reminders.All(reminder => reminder.IsPassedOn) ? ReminderText.IntroPassedOn : ReminderText.Intro;

    /// <summary>Who has waited longest comes first, after what is urgent.</summary>
    public IReadOnlyList<ReminderEntry> Entries { get; }

    /// <summary>How many more wait than are listed; null when all are.</summary>
    public string? More => reminders.Count > MostListed ? ReminderText.More.With(reminders.Count - MostListed) : null;

    public string StaffUrl { get; }

    public string Note => facts.IsFull ? ReminderText.NoteFull : ReminderText.NoteMinimal;

    private string Requests => Phrases.Count(reminders.Count, ReminderText.OneRequest, ReminderText.ManyRequests);

    private string HeadingOf(Lead lead) => lead switch
    {
        { IsUrgent: true } => ReminderText.EntryUrgent.With(facts.Reference(lead)),
        { Kind: LeadKind.Call } => ReminderText.EntryCall.With(facts.Reference(lead)),
        _ => ReminderText.EntryAppointment.With(facts.Reference(lead)),
    };

    private IEnumerable<MailFact> FactsOf(Reminder reminder, DateTimeOffset now)
    {
        var lead = reminder.Lead;
        if (!facts.IsCountsOnly)
        {
            yield return new(ReminderText.From, facts.Who(lead));
        }

        if (lead.AssignedTo is { } owner)
        {
            yield return new(ReminderText.Owner, ReminderText.Claimed.With(owner));
        }

        foreach (var fact in facts.Of(lead, now, LongestMessage))
        {
            yield return fact;
        }
    }

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro);
        foreach (var entry in Entries)
        {
            mail.Paragraph(entry.Heading).Facts(entry.Facts).Facts(entry.Links);
        }

        if (More is { } more)
        {
            mail.Paragraph(more);
        }

        return mail.Paragraph($"{ReminderText.Open}: {StaffUrl}").Paragraph(Note).Paragraph(StaffMailText.LinksHelp).End();
    }
}

/// <param name="Heading">Which lead.</param>
/// <param name="Facts">What may be told of it.</param>
/// <param name="Links">What the reader can do about it.</param>
public sealed record ReminderEntry(string Heading, IReadOnlyList<MailFact> Facts, IReadOnlyList<MailFact> Links);

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.FollowUp;

/// <summary>What the alert says, in the language that is spoken now.</summary>
/// <param name="send">Of whom, and to whom.</param>
/// <param name="facts">What may be told.</param>
/// <param name="links">What the reader can do from the mail.</param>
/// <param name="clinic">The clinic.</param>
/// <param name="now">UTC.</param>
public sealed class AlertWords(Decision.Send send, StaffLeadFacts facts, IReadOnlyList<MailFact> links, ClinicProfile clinic, DateTimeOffset now)
{
    private readonly Lead lead = send.Lead;

    public MailFrame Frame => new(
        (lead.IsUrgent ? AlertText.SubjectUrgent : AlertText.Subject).With(Request, facts.Reference(lead)),
        lead.IsUrgent ? AlertText.PreheaderUrgent : AlertText.Preheader,
        AlertText.Reason.With(clinic.Name),
        UnsubscribeUrl: null);

    public string Heading => lead.IsUrgent ? AlertText.HeadingUrgent
        : lead.Kind == LeadKind.Call ? AlertText.HeadingCall : AlertText.HeadingAppointment;

    /// <summary>What is asked of the reader, why they are asked, and who was faster.</summary>
    public IReadOnlyList<string> Paragraphs =>
    [
        Intro,
        .. send.IsPassedOn ? [AlertText.PassedOn] : Array.Empty<string>(),
        .. lead.AssignedTo is { } owner ? [AlertText.Claimed.With(owner)] : Array.Empty<string>(),
        .. lead.Status == LeadStatus.New && lead.FirstRespondedAt is null ? Array.Empty<string>() : [AlertText.Answered],
    ];

    /// <summary>The number to call, when it may stand in the mail, and a call is what they want or what is needed; else null.</summary>
    public PhoneNumber? Call => facts.IsFull && (lead.IsUrgent || lead.ContactBy == ContactBy.Phone) ? lead.Phone : null;

    public IReadOnlyList<MailFact> Facts { get; } =
        [new(AlertText.From, facts.Who(send.Lead)), new(AlertText.Reference, facts.Reference(send.Lead)), .. facts.Of(send.Lead, now)];

    /// <summary>What the reader can do from here.</summary>
    public IReadOnlyList<MailFact> Links => links;

    /// <summary>Where the rest is, or how to treat it when it is here.</summary>
    public string Note => facts.IsFull ? AlertText.NoteFull : AlertText.NoteMinimal;

    private string Intro => !lead.IsUrgent ? AlertText.Answer.With(clinic.Time.By(facts.AnswerBy(lead), now))
        : lead.Phone is null ? AlertText.NoNumber.With(Reason)
        : Reason;

    // Says nothing of what was written: the mail may be read over a shoulder.
    private string Reason => lead.Quarantined ? AlertText.UrgentHeld : AlertText.UrgentShown;

    private string Request => lead.Kind == LeadKind.Call ? AlertText.CallRequest : AlertText.AppointmentRequest;

    public string ToText() => Paragraphs
        .Aggregate(new PlainMail(Frame, clinic).Paragraph(Heading), (text, paragraph) => text.Paragraph(paragraph))
        .Facts(Facts)
        .Paragraph(Note)
        .Paragraph(StaffMailText.LinksHeading)
        .Facts(links)
        .Paragraph(StaffMailText.LinksHelp)
        .End();
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>What the confirmation says: the same for everybody but for the reference, the time and the way they want to be answered.</summary>
public sealed class ConfirmationWords(Lead lead, string unsubscribeUrl, ClinicProfile clinic, DateTimeOffset now)
{
    private readonly string reference = lead.Id.ToReference(clinic.ReferencePrefix);

    public MailFrame Frame => new(
        ConfirmationText.Subject.With(reference),
        ConfirmationText.Preheader,
        ConfirmationText.Reason.With(clinic.Name),
        unsubscribeUrl);

    public string Received => lead.Kind == LeadKind.Call ? ConfirmationText.ReceivedCall : ConfirmationText.ReceivedAppointment;

    public string Next => Answer.With(When);

    public string CallLabel => ConfirmationText.CallNumber.With(clinic.Phone.Shown);

    public string CallHref => $"tel:{clinic.Phone.Number}";

    public IReadOnlyList<MailFact> Facts => [new(ConfirmationText.Reference, reference)];

    private string Answer => (lead.Kind, lead.ContactBy) switch
    {
        (_, ContactBy.Text) => ConfirmationText.WillText,
        (LeadKind.Call, _) or (_, ContactBy.Phone) => ConfirmationText.WillCall,
        _ => ConfirmationText.WillWrite,
    };

    private string When
    {
        get
        {
            var deadline = clinic.Hours.Deadline(lead.CapturedAt, lead.Kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment);
            return deadline > now ? clinic.Time.By(deadline, now) : ConfirmationText.AsSoonAsPossible;
        }
    }

    public string ToText() => new PlainMail(Frame, clinic)
        .Paragraph(ConfirmationText.Heading)
        .Paragraph(Received)
        .Facts(Facts)
        .Paragraph($"{ConfirmationText.NextHeading}\n{Next}")
        .Paragraph($"{ConfirmationText.Meanwhile} {clinic.Phone.Shown}")
        .Paragraph(ConfirmationText.Reply)
        .End();
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>What the confirmation says: the same for everybody but for the reference, the time and the way they want to be answered.</summary>
public sealed class ConfirmationWords(Lead lead, string unsubscribeUrl, ClinicProfile clinic, DateTimeOffset now)
{
    public const string Heading = "Thank you. We have your request.";
    public const string NextHeading = "What happens next";
    public const string Meanwhile = "If you would rather talk to us now, or if anything has changed, please call us and give your reference:";
    public const string Reply = "You can also answer this mail. Ordinary e-mail is not encrypted from end to end, so please leave out anything that you would rather tell us in person.";

    private readonly string reference = lead.Id.ToReference(clinic.ReferencePrefix);

    public MailFrame Frame => new(
        $"We received your request ({reference})",
        "What happens next, and how to reach us.",
        $"You get this because this address was given with a request at {clinic.Name}. If that was not you, you need not do anything.",
        unsubscribeUrl);

    public string Received => lead.Kind == LeadKind.Call
        ? "You asked us to call you, and your request has arrived safely."
        : "You asked us for an appointment, and your request has arrived safely.";

    public string Next => $"{Answer} {When}";

    public string CallLabel => $"Call {clinic.Phone.Shown}";

    public string CallHref => $"tel:{clinic.Phone.Number}";

    public IReadOnlyList<MailFact> Facts => [new("Your reference", reference)];

    private string Answer => (lead.Kind, lead.ContactBy) switch
    {
        (_, ContactBy.Text) => "Somebody from our front desk will send you a text message",
        (LeadKind.Call, _) or (_, ContactBy.Phone) => "Somebody from our front desk will call you",
        _ => "Somebody from our front desk will write to you",
    };

    private string When
    {
        get
        {
            var deadline = clinic.Hours.Deadline(lead.CapturedAt, lead.Kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment);
            return deadline > now ? $"{clinic.Time.By(deadline, now)}." : "as soon as possible.";
        }
    }

    public string ToText() => new PlainMail(Frame, clinic)
        .Paragraph(Heading)
        .Paragraph(Received)
        .Facts(Facts)
        .Paragraph($"{NextHeading}\n{Next}")
        .Paragraph($"{Meanwhile} {clinic.Phone.Shown}")
        .Paragraph(Reply)
        .End();
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.FollowUp;

/// <summary>What the alert says.</summary>
public sealed class AlertWords(Lead lead, StaffLeadFacts facts, ClinicProfile clinic, DateTimeOffset now)
{
    public MailFrame Frame => new(
        $"New {Request} {facts.Reference(lead)}",
        "Somebody is waiting to hear from you.",
        $"You get this because you are on the list of staff who answer requests at {clinic.Name}.",
        UnsubscribeUrl: null);

    public string Heading => lead.Kind == LeadKind.Call ? "Somebody would like a call" : "Somebody would like an appointment";

    public string Intro => $"Please answer {clinic.Time.By(facts.AnswerBy(lead), now)}.";

    /// <summary>The number to call, when it may stand in the mail and a call is what they want; else null.</summary>
    public PhoneNumber? Call => facts.IsFull && lead.ContactBy == ContactBy.Phone ? lead.Phone : null;

    public IReadOnlyList<MailFact> Facts { get; } =
        [new("From", facts.Who(lead)), new("Reference", facts.Reference(lead)), .. facts.Of(lead, now)];

    /// <summary>Where the rest is, or how to treat it when it is here.</summary>
    public string Note => facts.IsFull
        ? "This mail holds health information. Please do not forward it, and delete it when the request is answered."
        : "What they wrote and how to reach them is not sent by e-mail. Look it up by the reference.";

    private string Request => lead.Kind == LeadKind.Call ? "call request" : "appointment request";

    public string ToText() => new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro).Facts(Facts).Paragraph(Note).End();
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.FollowUp;

/// <summary>What the alert says.</summary>
public sealed class AlertWords(Lead lead, StaffLeadFacts facts, ClinicProfile clinic, DateTimeOffset now)
{
    public MailFrame Frame => new(
        lead.IsUrgent ? $"URGENT: new {Request} {facts.Reference(lead)}" : $"New {Request} {facts.Reference(lead)}",
        lead.IsUrgent ? "Please call at once." : "Somebody is waiting to hear from you.",
        $"You get this because you are on the list of staff who answer requests at {clinic.Name}.",
        UnsubscribeUrl: null);

    public string Heading => lead.IsUrgent ? "Urgent: please call at once"
        : lead.Kind == LeadKind.Call ? "Somebody would like a call" : "Somebody would like an appointment";

    public string Intro => !lead.IsUrgent ? $"Please answer {clinic.Time.By(facts.AnswerBy(lead), now)}."
        : lead.Phone is null ? $"{Reason} There is no number to call: please write at once, and look for another way to reach them."
        : Reason;

    /// <summary>The number to call, when it may stand in the mail, and a call is what they want or what is needed; else null.</summary>
    public PhoneNumber? Call => facts.IsFull && (lead.IsUrgent || lead.ContactBy == ContactBy.Phone) ? lead.Phone : null;

    public IReadOnlyList<MailFact> Facts { get; } =
        [new("From", facts.Who(lead)), new("Reference", facts.Reference(lead)), .. facts.Of(lead, now)];

    /// <summary>Where the rest is, or how to treat it when it is here.</summary>
    public string Note => facts.IsFull
        ? "This mail holds health information. Please do not forward it, and delete it when the request is answered."
        : "What they wrote and how to reach them is not sent by e-mail. Look it up by the reference.";

    // Says nothing of what was written: the mail may be read over a shoulder.
    private string Reason => lead.Quarantined
        ? "This request must not wait until we open. It also looks like spam, so we have not written to the person; please read it all the same."
        : "This request must not wait until we open. We have shown the person whom to call meanwhile; please read it and call.";

    private string Request => lead.Kind == LeadKind.Call ? "call request" : "appointment request";

    public string ToText() => new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro).Facts(Facts).Paragraph(Note).End();
}

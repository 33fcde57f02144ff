using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>Tells staff in the morning who waits, in English.</summary>
public sealed class DigestMail(StaffLeadFacts facts, StaffDirectory staff, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    public async Task<EmailMessage> ComposeAsync(DigestContent content, string sendId)
    {
        Language.English.Speak();
        var words = new DigestWords(content, facts, clinic, clock.GetUtcNow());
        return new()
        {
            SendId = sendId,
            To = staff.Alerted,
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<DigestBody, DigestWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>Tells staff in the morning who waits, in English.</summary>
public sealed class DigestMail(
    StaffLeadFacts facts,
    StaffDirectory staff,
    LeadLinks links,
    ClinicProfile clinic,
    MailRenderer renderer,
    TimeProvider clock)
{
    private const string StaffPage = "/staff";

    public async Task<EmailMessage> ComposeAsync(DigestContent content, string sendId)
    {
        Language.English.Speak();
        var words = new DigestWords(content, facts, links.To(StaffPage), clinic, clock.GetUtcNow());
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

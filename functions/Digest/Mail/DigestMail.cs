using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>Tells a member of staff in the morning who waits, in their language.</summary>
public sealed class DigestMail(StaffLeadFacts facts, LeadLinks links, DeedLinks deeds, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    /// <param name="content">What it tells.</param>
    /// <param name="member">Whose mail it is: the links in it are good for nobody else.</param>
    /// <param name="sendId">Names this sending.</param>
    public async Task<EmailMessage> ComposeAsync(DigestContent content, StaffMember member, string sendId)
    {
        member.Language.Speak();
        var words = new DigestWords(content, facts, new(links, deeds, member), clinic, clock.GetUtcNow());
        return new()
        {
            SendId = sendId,
            To = [member.Address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<DigestBody, DigestWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

using System.Diagnostics;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.FollowUp;

/// <summary>Tells one of the staff at once that somebody waits, with links to say what came of it.</summary>
public sealed class AlertMail(StaffLeadFacts facts, DeedLinks links, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        var member = send.Member ?? throw new UnreachableException("An alert goes to one of the staff.");
        var words = new AlertWords(send, facts, links.All(send.Lead.Id, member), clinic, clock.GetUtcNow());
        return new()
        {
            SendId = SendId.Next(send.Work).ToString(),
            To = [member.Address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<AlertBody, AlertWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.FollowUp;

/// <summary>Tells staff at once that somebody waits.</summary>
public sealed class AlertMail(StaffLeadFacts facts, StaffDirectory staff, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        var words = new AlertWords(send.Lead, facts, clinic, clock.GetUtcNow());
        return new()
        {
            SendId = SendId.Next(send.Work).ToString(),
            To = staff.Alerted,
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<AlertBody, AlertWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

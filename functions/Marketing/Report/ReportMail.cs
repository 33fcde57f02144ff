using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>The weekly report to a member of marketing, in their language.</summary>
public sealed class ReportMail(LeadLinks links, ClinicProfile clinic, MailRenderer renderer)
{
    public async Task<EmailMessage> ComposeAsync(ReportContent content, StaffMember member, string sendId)
    {
        member.Language.Speak();
        var words = new ReportWords(content, links.To(MarketingView.AddressOf(content.Week)), clinic);
        return new()
        {
            SendId = sendId,
            To = [member.Address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<ReportBody, ReportWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

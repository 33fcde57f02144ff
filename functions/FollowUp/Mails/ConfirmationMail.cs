using System.Diagnostics;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Tells the visitor that the request has arrived. It repeats nothing that was typed, not even the name: whoever types somebody
/// else's address must not be able to write to them through us.
/// </summary>
public sealed class ConfirmationMail(LeadLinks links, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        var address = send.Lead.Email ?? throw new UnreachableException("Without an address there is no work for the visitor.");
        var unsubscribe = links.Unsubscribe(send.Lead.Contact, send.Lead.Language);
        var words = new ConfirmationWords(send.Lead, unsubscribe, clinic, clock.GetUtcNow());
        return new()
        {
            SendId = SendId.Next(send.Work).ToString(),
            To = [address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<ConfirmationBody, ConfirmationWords>(words),
            Headers = MailHeaders.Visitor(unsubscribe),
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

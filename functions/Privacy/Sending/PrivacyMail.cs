using System.Security.Cryptography;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>Brings somebody the link to what is held of them.</summary>
public sealed class PrivacyMail(LeadLinks links, ClinicProfile clinic, MailRenderer renderer)
{
    public async Task<EmailMessage> ComposeAsync(Lead lead, Language language)
    {
        // To the end of this method only: what is composed beside it speaks its own.
        language.Speak();
        var unsubscribe = links.Unsubscribe(lead.Contact, language);
        var words = new PrivacyWords(links.Privacy(lead.Contact, language), unsubscribe, clinic);
        return new()
        {
            // Of no lead's sequence: what the provider tells of it is counted with mail that is not ours, and says nothing of anybody.
            SendId = "privacy" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            To = [lead.Email!.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<PrivacyBody, PrivacyWords>(words),
            Headers = MailHeaders.Visitor(unsubscribe),
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

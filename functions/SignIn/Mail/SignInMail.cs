using System.Security.Cryptography;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>The mail with a link to sign in with.</summary>
public sealed class SignInMail(SignInLinks links, LeadKeys keys, ClinicProfile clinic, MailRenderer renderer)
{
    public async Task<EmailMessage> ComposeAsync(StaffMember member, SignInRequest request)
    {
        request.Language.Speak();
        var words = new SignInWords(links.Make(keys.Contact(member.Address, phone: null), request.Browser, request.To), clinic);
        return new()
        {
            SendId = "signin" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            To = [member.Address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<SignInBody, SignInWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}

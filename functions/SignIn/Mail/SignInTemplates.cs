using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>The mail with a link to sign in with, to the first member of the settings; its link opens in no browser.</summary>
internal sealed class SignInTemplates(SignInMail mail, StaffDirectory staff) : IMailTemplates
{
    public IEnumerable<MailTemplate> All => [new("sign-in", IsToVisitor: false, typeof(SignInBody), ComposeAsync)];

    private Task<EmailMessage> ComposeAsync(MailSample sample) =>
        mail.ComposeAsync(staff.Members[0], new(staff.Members[0].Address, Browser: new string('0', 64), To: null, Language.English));
}

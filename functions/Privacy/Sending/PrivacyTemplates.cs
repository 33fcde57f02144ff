using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>The mail with the link to what is held of somebody.</summary>
internal sealed class PrivacyTemplates(PrivacyMail mail, TimeProvider clock) : IMailTemplates
{
    public IEnumerable<MailTemplate> All => [new("privacy", IsToVisitor: true, typeof(PrivacyBody), ComposeAsync)];

    private Task<EmailMessage> ComposeAsync(MailSample sample) =>
        mail.ComposeAsync(SampleLead.Of(LeadKind.Appointment, sample.Language, sample.Concerns, clock.GetUtcNow()), sample.Language);
}

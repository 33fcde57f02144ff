using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>The digest, of a morning on which everything that can be in it has happened.</summary>
internal sealed class DigestTemplates(DigestMail mail, ClinicTime time, TimeProvider clock) : IMailTemplates
{
    public IEnumerable<MailTemplate> All => [new("digest", IsToVisitor: false, typeof(DigestBody), ComposeAsync)];

    private Task<EmailMessage> ComposeAsync(MailSample sample)
    {
        var now = clock.GetUtcNow();
        var call = SampleLead.Of(LeadKind.Call, sample.Language, sample.Concerns, now.AddHours(-3));
        var appointment = SampleLead.Of(LeadKind.Appointment, Language.English, sample.Concerns, now.AddHours(-20));
        return mail.ComposeAsync(
            new(time.DateAt(now), [call with { IsUrgent = true }], [call], [appointment], Quarantined: 2, DeadLetters: [appointment.Id]),
            "preview");
    }
}

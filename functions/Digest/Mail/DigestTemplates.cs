using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>The digest, of a morning on which everything that can be in it has happened.</summary>
internal sealed class DigestTemplates(DigestMail mail, StaffDirectory staff, ClinicTime time, TimeProvider clock) : IMailTemplates
{
    private static readonly ResponseTimes Times = new(6, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(45));

    public IEnumerable<MailTemplate> All => [new("digest", IsToVisitor: false, typeof(DigestBody), ComposeAsync) { IsInSamplesLanguage = true }];

    private Task<EmailMessage> ComposeAsync(MailSample sample)
    {
        var now = clock.GetUtcNow();
        var today = time.DateAt(now);
        var call = SampleLead.Of(LeadKind.Call, sample.Language, sample.Concerns, now.AddHours(-3));
        var appointment = SampleLead.Of(LeadKind.Appointment, Language.English, sample.Concerns, now.AddHours(-20));
        var content = new DigestContent(today, [call with { IsUrgent = true }], [call], [appointment], Quarantined: 2, DeadLetters: [appointment.Id])
        {
            Overdue = [appointment],
            LostAlerts = [call.Id],
            Bookings = new(3, 2),
            Ledger = new()
            {
                Received = [call.Id, appointment.Id],
                Stored = [call, appointment with { Email = null }],
                Alerted = [appointment.Id],
                InFollowUp = [],
            },
            Week = new(today.AddDays(-7), today.AddDays(-1), Counts.Of([40, 90]), [new(null, LeadKind.Call, 7, Times, Times), new(null, LeadKind.Appointment, 2, null, null)]),
        };
        return mail.ComposeAsync(content, staff.AlertedMembers[0] with { Language = sample.Language }, "preview");
    }
}

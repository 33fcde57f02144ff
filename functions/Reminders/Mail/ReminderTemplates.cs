using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Reminders;

/// <summary>The reminder, as staff get it first, and as it is passed on.</summary>
internal sealed class ReminderTemplates(ReminderMail mail, StaffDirectory staff, TimeProvider clock) : IMailTemplates
{
    public IEnumerable<MailTemplate> All => [Template("reminder", level: 0), Template("reminder-passed-on", level: 1)];

    private MailTemplate Template(string name, int level) => new(name, IsToVisitor: false, typeof(ReminderBody), sample => ComposeAsync(sample, level))
    {
        IsInSamplesLanguage = true,
    };

    private Task<EmailMessage> ComposeAsync(MailSample sample, int level)
    {
        var now = clock.GetUtcNow();
        var call = SampleLead.Of(LeadKind.Call, sample.Language, sample.Concerns, now.AddHours(-3)) with { AssignedTo = "maria@example.com" };
        var appointment = SampleLead.Of(LeadKind.Appointment, sample.Language, sample.Concerns, now.AddHours(-20));
        var member = staff.AlertedMembers[0] with { Language = sample.Language };
        return mail.ComposeAsync(member, [Of(call, level, member), Of(appointment with { IsUrgent = true }, level, member), Of(appointment, level, member)]);
    }

    private static Reminder Of(Lead lead, int level, StaffMember member) => new(
        new() { Key = new(lead.Id, Track.Promise, level), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = lead.CapturedAt },
        lead,
        [member]);
}

using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>The weekly report, of a week that differs from the one before, to the first member of the settings.</summary>
internal sealed class ReportTemplates(ReportMail mail, StaffDirectory staff, ClinicTime time, TimeProvider clock) : IMailTemplates
{
    public IEnumerable<MailTemplate> All => [new("marketing-report", IsToVisitor: false, typeof(ReportBody), ComposeAsync)];

    private Task<EmailMessage> ComposeAsync(MailSample sample)
    {
        var monday = Weeks.MondayOf(time.DateAt(clock.GetUtcNow())).AddDays(-7);
        return mail.ComposeAsync(
            new(new(monday, monday.AddDays(6)), Counts.Of([41, 120, 118, 60, 20, 45, 31, 9, 12, 4, 2, 0, 11]), Counts.Of([30, 96, 94, 51, 18, 38, 14, 5, 10, 2, 1, 0, 8])),
            staff.Members[0] with { Language = Language.English },
            "preview");
    }
}

using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>
/// Tells the members of marketing, once in each week of the clinic, what the week before brought. A tick means nothing: from Monday's morning
/// on, whoever has not had the report of the week gets it. At least once: a repeat is harmless. One address that is refused keeps nobody else
/// from theirs.
/// </summary>
public sealed class ReportHandler(
    StaffDirectory staff, IReportMarks marks, WeekReading reading, ReportPosting posting, LeadKeys keys, ClinicProfile clinic, TimeProvider clock)
{
    private const int DaysOfAWeek = 7;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var week = Weeks.MondayOf(clinic.Time.DateAt(now));
        if (now < clinic.Time.FirstInstant(week, clinic.DigestAt))
        {
            return;
        }

        ReportContent? content = null;
        foreach (var member in staff.Members.Where(member => member.Role == StaffRole.Marketing))
        {
            var mark = new ReportMark(week, keys.Contact(member.Address, phone: null));
            if (await marks.TryClaimAsync(mark, now, now + Lease, cancellationToken))
            {
                content ??= await reading.ReadAsync(week.AddDays(-DaysOfAWeek), cancellationToken);
                await posting.PostAsync(content, member, mark);
            }
        }
    }
}

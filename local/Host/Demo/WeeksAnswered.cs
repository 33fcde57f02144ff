using Bogus;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Local.Demo;

/// <summary>How soon staff answered who came in a year: slower in busy weeks, and most of all after summer.</summary>
internal sealed class WeeksAnswered(int seed, ClinicTime time)
{
    private readonly Randomizer random = new(seed);

    /// <summary>A week for each in which anybody came; nothing of the week in which the last came, which is lived through.</summary>
    public IReadOnlyList<AnswerWeek> Of(IEnumerable<Visit> visits) =>
    [
        .. visits
            .GroupBy(visit => Weeks.MondayOf(time.DateAt(visit.At)), (monday, week) => new AnswerWeek(monday, [.. Kinds(week)]))
            .OrderBy(week => week.Monday)
            .SkipLast(1),
    ];

    private IEnumerable<AnswerTimes> Kinds(IEnumerable<Visit> week)
    {
        foreach (var kind in week.GroupBy(visit => visit.Lead.Kind == "call").OrderByDescending(kind => kind.Key))
        {
            var count = kind.Count();
            var median = TimeSpan.FromMinutes((kind.Key ? 7 : 55) + (random.Double(0.3, 1) * count * (kind.Key ? 0.6 : 2)));
            yield return new(kind.Key ? LeadKind.Call : LeadKind.Appointment, count, count - random.Int(0, 1), median, median * random.Double(2, 4));
        }
    }
}

using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>
/// Keeps how soon staff answered, week by week, for the pages that show it. Each time it is worked out anew from the leads themselves: who came
/// lately every half an hour, the year once a day, since an answer may come late. What is in between is as old as that.
/// </summary>
public sealed class AnswerKeeping(FirstResponses responses, IAnswerTimes kept, ClinicTime time, TimeProvider clock)
{
    private const int RecentWeeks = 4;
    private const int WeeksOfAYear = 53;

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Seldom = TimeSpan.FromDays(1);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await kept.RecentAsync(cancellationToken);
        var isYearDue = before is null || IsOver(before.YearAt, Seldom, now);
        if (!isYearDue && !IsOver(before!.At, Often, now))
        {
            return;
        }

        var today = time.DateAt(now);
        var from = WeeksBefore(today, RecentWeeks);
        var recent = await responses.ReadAsync(from, today, cancellationToken);
        var older = isYearDue ? await responses.ReadAsync(WeeksBefore(today, WeeksOfAYear), from.AddDays(-1), cancellationToken) : [];
        await kept.KeepAsync(
            [.. ByWeek(older), .. ByWeek(recent)],
            new(from, now, isYearDue ? now : before!.YearAt, [.. recent.Where(response => response.Week is null).Select(ToTimes)]),
            cancellationToken);
    }

    // A clock may have been set back.
    private static bool IsOver(DateTimeOffset since, TimeSpan time, DateTimeOffset now) => (now - since).Duration() >= time;

    private static DateOnly WeeksBefore(DateOnly date, int weeks) => Weeks.MondayOf(date).AddDays(-weeks * Weeks.Days);

    private static IEnumerable<AnswerWeek> ByWeek(IEnumerable<FirstResponse> responses) => responses
        .Where(response => response.Week is not null)
        .GroupBy(response => response.Week!.Value, (monday, week) => new AnswerWeek(monday, [.. week.Select(ToTimes)]));

    private static AnswerTimes ToTimes(FirstResponse response) =>
        new(response.Kind, response.Captured, response.Answered, response.Open?.Median, response.Open?.NinetiethPercentile);
}

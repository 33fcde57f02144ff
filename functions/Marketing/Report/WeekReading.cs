using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>Reads a week and the one before it: totals alone, since what people named has no place in a mail.</summary>
public sealed class WeekReading(IDayCounts days)
{
    private const int DaysOfAWeek = 7;

    /// <param name="monday">The first date of the week.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<ReportContent> ReadAsync(DateOnly monday, CancellationToken cancellationToken)
    {
        var week = new DateRange(monday, monday.AddDays(DaysOfAWeek - 1));
        var (now, before) = (new Counts(), new Counts());
        await foreach (var day in days.DaysAsync(week.Before.From, week.To, [Dimension.Total], cancellationToken))
        {
            foreach (var (_, counts) in day.Tally.By(Dimension.Total))
            {
                (day.Date < week.From ? before : now).Add(counts);
            }
        }

        return new(week, now, before);
    }
}

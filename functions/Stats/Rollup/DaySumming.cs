using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>Sums up the dates of hours in which something changed; the others stay as they are.</summary>
public sealed class DaySumming(IDayCounts days, LocalDays calendar)
{
    /// <returns>How many dates have other figures than before.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        var hours = await days.ChangedHoursAsync(cancellationToken).ToListAsync(cancellationToken);
        var waiting = hours.ToDictionary(hour => hour, hour => calendar.DatesOf(hour.Start).ToHashSet());
        foreach (var date in waiting.Values.SelectMany(dates => dates).Distinct().Order())
        {
            changed += await days.SumAsync(calendar.Of(date), cancellationToken) ? 1 : 0;
            foreach (var (hour, dates) in waiting)
            {
                if (dates.Remove(date) && dates.Count == 0)
                {
                    await days.SummedAsync(hour, cancellationToken);
                }
            }
        }

        return changed;
    }
}

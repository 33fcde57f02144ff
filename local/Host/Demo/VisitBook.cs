using Bogus;
using LeadFunctions.Clinic;

namespace LeadFunctions.Local.Demo;

/// <summary>When people write: most early in the week, before lunch and after supper, a few in the night.</summary>
internal sealed class VisitBook(ClinicTime time, int seed)
{
    // About five a day.
    private static readonly int[] ADaySundayFirst = [3, 7, 6, 5, 5, 5, 3];

    private static readonly double[] AnHour =
        [1, 0.5, 0.4, 0.3, 0.3, 0.8, 2, 4, 7, 10, 11, 10, 9, 8, 7, 7, 6, 5, 5, 7, 8, 7, 4, 2];

    private static readonly int[] Hours = [.. Enumerable.Range(0, 24)];

    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    private readonly Randomizer random = new(seed);
    private readonly Crowd crowd = new(seed);

    /// <summary>The visits between two instants, in order. The people are the same whatever the dates.</summary>
    public IReadOnlyList<Visit> Between(DateTimeOffset start, DateTimeOffset end) =>
    [
        .. Dates(start, end).SelectMany(Moments).Where(at => at > start && at < end).Order().Select(Arrive),
    ];

    /// <summary>The clinic's dates between two instants, both included.</summary>
    public IEnumerable<DateOnly> Dates(DateTimeOffset start, DateTimeOffset end)
    {
        for (var date = time.DateAt(start); date <= time.DateAt(end); date = date.AddDays(1))
        {
            yield return date;
        }
    }

    private List<DateTimeOffset> Moments(DateOnly date)
    {
        var visits = ADaySundayFirst[(int)date.DayOfWeek] + random.Int(-1, 1);
        return [.. Enumerable.Range(0, visits).Select(_ => time.FirstInstant(date, ATimeOfDay()))];
    }

    private TimeOnly ATimeOfDay() => new(random.Weighted(Hours, hour => AnHour[hour]), random.Int(0, 59), random.Int(0, 59));

    private Visit Arrive(DateTimeOffset at)
    {
        var lead = crowd.Next();
        var leaves = lead.Consent.Articles && random.Percent(14);
        return new(at, lead, leaves ? at + (ADay * random.Double(1.5, 9)) : null, crowd.FirstOf(lead.Name));
    }
}

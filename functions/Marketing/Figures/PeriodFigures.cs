using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>The figures of some dates, summed up in each way that is shown.</summary>
public sealed class PeriodFigures
{
    private const int HoursOfADay = 24;
    private const int DaysOfAWeek = 7;

    private static readonly IReadOnlyDictionary<string, Counts> Nothing = new Dictionary<string, Counts>();

    private readonly Dictionary<Dimension, Dictionary<string, Counts>> by = [];
    private readonly int[] captured = new int[DaysOfAWeek * HoursOfADay];
    private readonly List<(DateOnly Date, Counts Counts)> days = [];

    public PeriodFigures(DateRange range) => Range = range;

    public DateRange Range { get; }

    public Counts Totals { get; } = new();

    /// <summary>The dates on which anything happened, in order.</summary>
    public IReadOnlyList<(DateOnly Date, Counts Counts)> Days => days;

    /// <summary>The figures of each key of a dimension that was read.</summary>
    public IReadOnlyDictionary<string, Counts> By(Dimension dimension) => by.GetValueOrDefault(dimension) ?? Nothing;

    /// <summary>How many leads came on a weekday within an hour of the clinic's clock (0 to 23).</summary>
    public int CapturedAt(DayOfWeek day, int hour) => captured[((int)day * HoursOfADay) + hour];

    /// <param name="day">A date of the range that was not added before.</param>
    public void Add(DayTally day)
    {
        foreach (var dimension in day.Tally.Dimensions)
        {
            foreach (var (key, counts) in day.Tally.By(dimension))
            {
                Add(day.Date, dimension, key, counts);
            }
        }
    }

    private void Add(DateOnly date, Dimension dimension, string key, Counts counts)
    {
        switch (dimension)
        {
            case Dimension.Total:
                Totals.Add(counts);
                days.Add((date, counts));
                break;
            case Dimension.Hour:
                captured[((int)date.DayOfWeek * HoursOfADay) + int.Parse(key, CultureInfo.InvariantCulture)] += counts[Metric.Captured];
                break;
            default:
                KeyOf(dimension, key).Add(counts);
                break;
        }
    }

    private Counts KeyOf(Dimension dimension, string key)
    {
        if (!by.TryGetValue(dimension, out var keys))
        {
            by[dimension] = keys = new(StringComparer.Ordinal);
        }

        if (!keys.TryGetValue(key, out var counts))
        {
            keys[key] = counts = new();
        }

        return counts;
    }
}

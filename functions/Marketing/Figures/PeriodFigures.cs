using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>The figures of some dates, summed up in each way that is shown.</summary>
public sealed class PeriodFigures : ICountsReceiver
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

    public void Take(DateOnly date, Dimension dimension, ReadOnlySpan<char> key, ReadOnlySpan<int> numbers)
    {
        switch (dimension)
        {
            case Dimension.Total:
                Totals.Add(numbers);
                days.Add((date, Counts.Of(numbers)));
                break;
            case Dimension.Hour:
                captured[((int)date.DayOfWeek * HoursOfADay) + int.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture)] += numbers.IsEmpty ? 0 : numbers[(int)Metric.Captured];
                break;
            default:
                KeyOf(dimension, key).Add(numbers);
                break;
        }
    }

    /// <summary>Takes over the keys of another in a dimension that is not here.</summary>
    public void Take(PeriodFigures other, Dimension dimension) => by[dimension] = other.by.GetValueOrDefault(dimension) ?? new(StringComparer.Ordinal);

    private Counts KeyOf(Dimension dimension, ReadOnlySpan<char> key)
    {
        if (!by.TryGetValue(dimension, out var keys))
        {
            by[dimension] = keys = new(StringComparer.Ordinal);
        }

        // A key of a year is made once, and not once for each date.
        var byLetters = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!byLetters.TryGetValue(key, out var counts))
        {
            byLetters[key] = counts = new();
        }

        return counts;
    }
}

namespace LeadFunctions.Clinic;

/// <summary>When somebody is there. Opening and closing are instants: what <see cref="ClinicTime"/> says about changed clocks holds.</summary>
/// <param name="time">The clinic's clock.</param>
/// <param name="week">The spans of each weekday, Sunday first as in <see cref="DayOfWeek"/>, by time and without overlap; at least one day has one.</param>
/// <param name="holidays">Days on which the clinic is closed.</param>
public sealed class OpeningHours(
    ClinicTime time,
    IReadOnlyList<IReadOnlyList<OpeningSpan>> week,
    IReadOnlyList<Holiday> holidays)
{
    private const int LongestClosure = 3650;

    /// <summary>The spans of each weekday, Sunday first as in <see cref="DayOfWeek"/>; none where the clinic is closed.</summary>
    public IReadOnlyList<IReadOnlyList<OpeningSpan>> Week { get; } = week;

    /// <summary>The days on which the clinic is closed whatever the weekday says.</summary>
    public IReadOnlyList<Holiday> Holidays { get; } = holidays;

    /// <summary>Whether the clinic is open: from the instant it opens until just before the instant it closes.</summary>
    public bool IsOpen(DateTimeOffset instant) => NextOpening(instant) == instant;

    /// <summary>The first instant, not before the given one, at which the clinic is open: the given one when it is open then.</summary>
    /// <returns>The given instant, or an opening in UTC.</returns>
    public DateTimeOffset NextOpening(DateTimeOffset instant)
    {
        var opens = SpansFrom(instant).First().Opens;
        return opens > instant ? opens : instant;
    }

    /// <summary>The instant by which the clinic has been open for this long since the given one: the end of "within 4 hours in opening hours".</summary>
    /// <returns>An instant in UTC.</returns>
    public DateTimeOffset Deadline(DateTimeOffset instant, TimeSpan openFor)
    {
        var left = openFor;

        foreach (var (opens, closes) in SpansFrom(instant))
        {
            var from = opens > instant ? opens : instant;

            if (closes - from >= left)
            {
                return (from + left).ToUniversalTime();
            }

            left -= closes - from;
        }

        throw new InvalidOperationException("The clinic is not open long enough.");
    }

    /// <summary>How long the clinic is open between two instants; nothing when the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var open = TimeSpan.Zero;
        for (var (date, last) = (time.DateAt(from), time.DateAt(until)); date <= last; date = date.AddDays(1))
        {
            foreach (var (opens, closes) in SpansOn(date))
            {
                var (begin, end) = (opens > from ? opens : from, closes < until ? closes : until);
                open += end > begin ? end - begin : TimeSpan.Zero;
            }
        }

        return open;
    }

    /// <summary>The holiday of a date, or <see langword="null"/>.</summary>
    public Holiday? HolidayOn(DateOnly date) => Holidays.FirstOrDefault(holiday => holiday.FallsOn(date));

    /// <summary>The spans that end after an instant, in order.</summary>
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> SpansFrom(DateTimeOffset instant)
    {
        var first = time.DateAt(instant);

        for (var day = 0; day <= LongestClosure; day++)
        {
            foreach (var (opens, closes) in SpansOn(first.AddDays(day)))
            {
                if (closes > instant && closes > opens)
                {
                    yield return (opens, closes);
                }
            }
        }

        throw new InvalidOperationException("The clinic does not open within ten years.");
    }

    /// <summary>The spans of a date, in UTC and by time; none where the clinic is closed.</summary>
    public IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> SpansOn(DateOnly date)
    {
        if (HolidayOn(date) is not null)
        {
            yield break;
        }

        var midnight = date.ToDateTime(TimeOnly.MinValue);

        foreach (var span in Week[(int)date.DayOfWeek])
        {
            yield return (time.FirstInstant(midnight + span.Opens), time.FirstInstant(midnight + span.Closes));
        }
    }
}

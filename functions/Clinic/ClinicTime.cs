namespace LeadFunctions.Clinic;

/// <summary>
/// The clinic's own clock on the wall. Instants are kept in UTC; dates and times of day are the clinic's.
/// Where the clocks are changed, a time of day that is skipped means the first instant after the gap, and one that
/// comes twice means the first of the two.
/// </summary>
/// <param name="zone">The clinic's zone, from the time zone database.</param>
public sealed class ClinicTime(TimeZoneInfo zone)
{
    /// <summary>The clinic's zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>What the clock on the wall shows at an instant, with its offset from UTC.</summary>
    public DateTimeOffset LocalAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The date on the wall at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(LocalAt(instant).DateTime);

    /// <summary>The first instant, in UTC, at which the wall shows this date and this time of day, or would have.</summary>
    public DateTimeOffset FirstInstant(DateOnly date, TimeOnly time) => FirstInstant(date.ToDateTime(time));

    /// <summary>The first instant, in UTC, at which the wall shows this local time, or would have.</summary>
    internal DateTimeOffset FirstInstant(DateTime local)
    {
        // The offsets a day before and a day after: no zone changes its clocks twice in two days.
        var reading = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var before = Zone.GetUtcOffset(reading.AddDays(-1));
        var after = Zone.GetUtcOffset(reading.AddDays(1));
        var first = reading - (before > after ? before : after);
        var second = reading - (before > after ? after : before);

        return Shows(first, local) ? first
            : Shows(second, local) ? second
            : ChangeBetween(first, second, after);
    }

    private bool Shows(DateTimeOffset instant, DateTime local) => LocalAt(instant).DateTime == local;

    /// <summary>The instant of the change, which lies after <paramref name="early"/> and not after <paramref name="late"/>.</summary>
    private DateTimeOffset ChangeBetween(DateTimeOffset early, DateTimeOffset late, TimeSpan offsetAfter)
    {
        while (late - early > TimeSpan.FromTicks(1))
        {
            var middle = early + ((late - early) / 2);

            if (Zone.GetUtcOffset(middle) == offsetAfter)
            {
                late = middle;
                continue;
            }

            early = middle;
        }

        return late;
    }
}

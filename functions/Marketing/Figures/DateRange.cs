namespace LeadFunctions.Marketing;

/// <summary>Dates of the clinic's calendar, both included.</summary>
public sealed record DateRange(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many dates that end just before it: what it is compared with.</summary>
    public DateRange Before => new(From.AddDays(-Days), From.AddDays(-1));

    public bool Holds(DateOnly date) => date >= From && date <= To;

    /// <summary>What asks for it in an address: <c>from=2026-03-01&amp;to=2026-03-31</c>.</summary>
    public string Query => $"from={Text(From)}&to={Text(To)}";

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>So many dates that end with this one.</summary>
    public static DateRange Until(DateOnly to, int days) => new(to.AddDays(1 - days), to);

    /// <summary>The last quarter of a year that is over by the end of a date: its limits are the same whoever asks, and no two overlap.</summary>
    public static DateRange QuarterBy(DateOnly date)
    {
        var next = date.AddDays(1);
        var end = new DateOnly(next.Year, ((next.Month - 1) / 3 * 3) + 1, 1);
        return new(end.AddMonths(-3), end.AddDays(-1));
    }
}

using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>What happened when: over the dates, after the capture, and within the week.</summary>
internal static class TrendTables
{
    private const int MostSingleDays = 45;
    private const int MostWeeks = 400;

    private static readonly Metric[] Trend = [Metric.Captured, Metric.Sent, Metric.Delivered, Metric.Opened, Metric.Clicked, Metric.Unsubscribed, Metric.Booked];

    private static readonly (int Days, Metric Metric)[] Cohorts =
        [(7, Metric.BookedWithin7Days), (30, Metric.BookedWithin30Days), (90, Metric.BookedWithin90Days)];

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>By day, by week, or by month, as many as can be looked at.</summary>
    public static FigureTable OverTime(MarketingFigures figures)
    {
        var range = figures.Now.Range;
        var (key, begin) = range.Days switch
        {
            <= MostSingleDays => ("Day", (Func<DateOnly, DateOnly>)(date => date)),
            <= MostWeeks => ("Week", Weeks.MondayOf),
            _ => ("Month", date => new(date.Year, date.Month, 1)),
        };
        return new("trend", MarketingText.TrendTitle, [.. Trend.Select(Said.Column)], [.. Sums(figures.Now, begin).Select(span => new FigureRow(
            DateRange.Text(span.Begin), DateRange.Text(span.Begin), [.. Trend.Select(metric => new FigureValue.Count(span.Counts[metric]))]))])
        {
            Key = Said.Column(key, "Range"),
            Note = MarketingText.TrendNote,
            Chart = new(FigureChartKind.Line, 0, 4, 6),
        };
    }

    /// <summary>By the week of the capture: how many were booked within so many days.</summary>
    public static FigureTable ByWeekOfCapture(MarketingFigures figures)
    {
        var columns = new List<FigureColumn> { Said.Column(Metric.Captured) };
        foreach (var (_, metric) in Cohorts)
        {
            columns.Add(Said.Column(metric));
            columns.Add(Said.Column($"Share{metric}", "Share"));
        }

        return new("cohorts", MarketingText.CohortsTitle, columns, [.. Sums(figures.Now, Weeks.MondayOf).Select(week => new FigureRow(
            DateRange.Text(week.Begin), DateRange.Text(week.Begin), [new FigureValue.Count(week.Counts[Metric.Captured]), .. Cohorts.SelectMany(cohort => Booked(cohort, week, figures))]))])
        {
            Key = Said.Column("Week", "Cohort"),
            Note = MarketingText.CohortsNote,
            Chart = new(FigureChartKind.Line, 2, 4, 6),
        };
    }

    public static FigureTable TimeToBooking(MarketingFigures figures, Said said)
    {
        var waits = figures.Now.By(Dimension.Wait).OrderBy(wait => wait.Key, StringComparer.Ordinal).ToList();
        var all = waits.Sum(wait => wait.Value[Metric.Booked]);
        return new(
            "wait",
            MarketingText.WaitTitle,
            [Said.Column(Metric.Booked), Said.Column("ShareOfBooked", "Share")],
            [.. waits.Select(wait => new FigureRow(
                wait.Key, said.Label(Dimension.Wait, wait.Key), [new FigureValue.Count(wait.Value[Metric.Booked]), new FigureValue.Share(wait.Value[Metric.Booked], all)]))])
        {
            Key = Said.Column("Wait"),
            Chart = new(FigureChartKind.Column, 0),
        };
    }

    /// <summary>On which weekday, at which hour of the clinic's clock people write.</summary>
    public static FigureTable ByHour(MarketingFigures figures)
    {
        var hours = Enumerable.Range(0, 24).ToList();
        return new(
            "hours",
            MarketingText.HoursTitle,
            [.. hours.Select(hour => $"{hour:00}").Select(hour => new FigureColumn($"h{hour}", hour, "hour"))],
            [.. Week.Select(day => new FigureRow(
                Said.Wire(day.ToString()), SpokenTime.Weekday(day), [.. hours.Select(hour => new FigureValue.Count(figures.Now.CapturedAt(day, hour)))]))])
        {
            Key = Said.Column("Weekday", "Hour"),
            Note = MarketingText.HoursNote,
            IsHeatMap = true,
        };
    }

    private static IEnumerable<FigureValue> Booked((int Days, Metric Metric) cohort, Span week, MarketingFigures figures)
    {
        // The last of the week has had its days only when they are over.
        var isOver = week.Last.AddDays(cohort.Days) < figures.Today;
        yield return isOver ? new FigureValue.Count(week.Counts[cohort.Metric]) : new FigureValue.TooEarly();
        yield return isOver ? new FigureValue.Share(week.Counts[cohort.Metric], week.Counts[Metric.Captured]) : new FigureValue.TooEarly();
    }

    /// <summary>Sums over spans of dates, in order; also where nothing happened. The first begins with the range, whatever its own beginning.</summary>
    private static List<Span> Sums(PeriodFigures figures, Func<DateOnly, DateOnly> begin)
    {
        var spans = new List<Span>();
        var byDate = figures.Days.ToDictionary(day => day.Date, day => day.Counts);
        for (var date = figures.Range.From; date <= figures.Range.To; date = date.AddDays(1))
        {
            if (spans.Count == 0 || begin(date) == date)
            {
                spans.Add(new(date, new()));
            }

            var span = spans[^1];
            span.Last = date;
            if (byDate.TryGetValue(date, out var counts))
            {
                span.Counts.Add(counts);
            }
        }

        return spans;
    }

    private sealed record Span(DateOnly Begin, Counts Counts)
    {
        public DateOnly Last { get; set; }
    }
}

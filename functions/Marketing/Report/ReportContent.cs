using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>What the report of a week tells.</summary>
/// <param name="Week">From Monday to Sunday.</param>
/// <param name="Now">The figures of the week.</param>
/// <param name="Before">Those of the week before.</param>
public sealed record ReportContent(DateRange Week, Counts Now, Counts Before)
{
    private const int MostChanges = 5;

    private static readonly WeekFigure[] All =
    [
        new(Metric.Captured), new(Metric.Booked), new(Metric.Sent), new(Metric.Delivered), new(Metric.Opened), new(Metric.Clicked), new(Metric.Unsubscribed),
        new(Metric.Bounced), new(Metric.Opened, Metric.Delivered), new(Metric.Clicked, Metric.Delivered), new(Metric.Unsubscribed, Metric.Delivered),
    ];

    /// <summary>Nothing happened, and nothing did the week before: there is nothing to tell.</summary>
    public bool IsEmpty => Now.Weight == 0 && Before.Weight == 0;

    /// <summary>All figures of the table.</summary>
    public static IReadOnlyList<WeekFigure> Figures => All;

    /// <summary>The five that changed most, measured by what chance does to such numbers; only where there are enough of them, and only what did change.</summary>
    public IReadOnlyList<WeekFigure> Changes =>
    [
        .. All.Where(figure => figure.IsTold(Now) && figure.IsTold(Before) && figure.Surprise(Now, Before) > 0)
            .OrderByDescending(figure => figure.Surprise(Now, Before))
            .Take(MostChanges),
    ];
}

/// <summary>A number of the week, or a share of another.</summary>
public sealed record WeekFigure(Metric Part, Metric? Whole = null)
{
    /// <summary>Whether there are enough for a sentence.</summary>
    public bool IsTold(Counts week) => week[Whole ?? Part] >= FigureValue.Enough;

    public FigureValue Of(Counts week) => Whole is { } whole ? new FigureValue.Share(week[Part], week[whole]) : new FigureValue.Count(week[Part]);

    /// <summary>
    /// How far apart two weeks are, in standard deviations of chance alone: of counts as of Poisson's, of shares as of two samples of one share.
    /// </summary>
    public double Surprise(Counts now, Counts before)
    {
        if (Whole is not { } whole)
        {
            return Math.Abs(now[Part] - before[Part]) / Math.Sqrt(Math.Max(1, now[Part] + before[Part]));
        }

        var (here, there) = ((double)now[Part] / now[whole], (double)before[Part] / before[whole]);
        var both = (double)(now[Part] + before[Part]) / (now[whole] + before[whole]);
        var deviation = Math.Sqrt(both * (1 - both) * ((1.0 / now[whole]) + (1.0 / before[whole])));
        return deviation > 0 ? Math.Abs(here - there) / deviation : 0;
    }
}

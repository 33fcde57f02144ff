using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>How far people come, and what becomes of mails: now, and in the dates before.</summary>
internal static class FunnelTables
{
    private static readonly Metric[] Steps = [Metric.Captured, Metric.Reached, Metric.Read, Metric.BookedSince];

    private static readonly Metric[] Outcomes =
    [
        Metric.Sent, Metric.Delivered, Metric.Opened, Metric.OpenedUnsure, Metric.OpenedMachine, Metric.Clicked, Metric.ClickedUnsure, Metric.ClickedMachine,
        Metric.Unsubscribed, Metric.Bounced, Metric.Complained,
    ];

    public static FigureTable Funnel(MarketingFigures figures) => Compare("funnel", MarketingText.FunnelTitle, Steps, Metric.Captured, "ShareOfCaptured", figures) with
    {
        Note = MarketingText.FunnelNote,
        Chart = new(FigureChartKind.Bar, 0, 2),
    };

    public static FigureTable Mails(MarketingFigures figures) => Compare("mails", MarketingText.MailsTitle, Outcomes, Metric.Delivered, "ShareOfDelivered", figures) with
    {
        Note = MarketingText.MailsNote,
    };

    private static FigureTable Compare(string id, string title, Metric[] metrics, Metric whole, string share, MarketingFigures figures)
    {
        var (now, before) = (figures.Now.Totals, figures.Before.Totals);
        return new(
            id,
            title,
            [Said.Column("Now", "Range"), Said.Column(share, "Share"), Said.Column("Before", "Range"), Said.Column($"{share}Before", "Share"), Said.Column("Change")],
            [.. metrics.Select(metric => new FigureRow(
                Said.Wire(metric.ToString()),
                Said.Column(metric).Heading,
                [
                    new FigureValue.Count(now[metric]),
                    ShareOf(now, metric),
                    new FigureValue.Count(before[metric]),
                    ShareOf(before, metric),
                    new FigureValue.Change(now[metric], before[metric]),
                ]))])
        {
            Key = Said.Column("Figure", "Range"),
        };

        // What stands before the whole is more than the whole.
        FigureValue ShareOf(Counts counts, Metric metric) => Array.IndexOf(metrics, metric) < Array.IndexOf(metrics, whole)
            ? new FigureValue.NoShare()
            : new FigureValue.Share(counts[metric], counts[whole]);
    }
}

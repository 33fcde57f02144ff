using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>Figures told apart by one thing.</summary>
internal sealed class BreakdownTables(Said said)
{
    private static readonly Metric[] OfLeads = [Metric.Captured, Metric.Reached, Metric.Read, Metric.BookedSince, Metric.Clicked, Metric.ClickedMachine, Metric.Unsubscribed];

    private static readonly Metric[] OfMails =
        [Metric.Sent, Metric.Delivered, Metric.Opened, Metric.OpenedMachine, Metric.Clicked, Metric.ClickedMachine, Metric.Unsubscribed, Metric.Booked];

    /// <summary>Told apart by what people asked for: nothing is where they are few, since each could be found.</summary>
    public FigureTable Concerns(MarketingFigures figures) => figures.Now.Totals[Metric.Captured] < FigureValue.Enough
        ? ByLead("concerns", MarketingText.ConcernsTitle, "Concern", Dimension.Concern, figures) with { Rows = [], Note = MarketingText.ConcernsTooFew.With(FigureValue.Enough), Chart = null }
        : ByLead("concerns", MarketingText.ConcernsTitle, "Concern", Dimension.Concern, figures) with { Note = MarketingText.ConcernsNote };

    public FigureTable Sources(MarketingFigures figures) => ByLead("sources", MarketingText.SourcesTitle, "Source", Dimension.Source, figures);

    public FigureTable Articles(MarketingFigures figures) => ByMail("articles", MarketingText.ArticlesTitle, "Article", Dimension.Article, figures) with { Note = MarketingText.ArticlesNote };

    public FigureTable Steps(MarketingFigures figures)
    {
        var table = ByMail("steps", MarketingText.StepsTitle, "Step", Dimension.Step, figures);
        return table with { Rows = [.. table.Rows.OrderBy(row => row.Key.PadLeft(5, '0'), StringComparer.Ordinal)], Note = MarketingText.StepsNote, Chart = new(FigureChartKind.Column, 4, 7) };
    }

    /// <summary>What campaigns brought: by the one through which the person came last, and by the one through which they came the first time.</summary>
    public FigureTable Campaigns(MarketingFigures figures) =>
        Touches("campaigns", MarketingText.CampaignsTitle, "Campaign", Dimension.Campaign, Dimension.FirstCampaign, figures) with { Note = MarketingText.CampaignsNote };

    /// <summary>The same of the pages on which people were.</summary>
    public FigureTable Attribution(MarketingFigures figures) =>
        Touches("attribution", MarketingText.AttributionTitle, "Source", Dimension.Source, Dimension.FirstSource, figures) with { Note = MarketingText.AttributionNote };

    private FigureTable Touches(string id, string title, string key, Dimension last, Dimension first, MarketingFigures figures)
    {
        var (byLast, byFirst) = (figures.Now.By(last), figures.Now.By(first));
        var none = new Counts();
        return new(
            id,
            title,
            [
                Said.Column("CapturedLast", "LastTouch"), Said.Column("BookedLast", "LastTouch"), Said.Column("ShareLast", "Share"),
                Said.Column("CapturedFirst", "FirstTouch"), Said.Column("BookedFirst", "FirstTouch"), Said.Column("ShareFirst", "Share"),
            ],
            [.. byLast.Keys.Union(byFirst.Keys)
                .Select(name => (Name: name, Last: byLast.GetValueOrDefault(name) ?? none, First: byFirst.GetValueOrDefault(name) ?? none))
                .Where(row => row.Last[Metric.Captured] + row.First[Metric.Captured] > 0)
                .OrderBy(row => row.Name is Tally.Other or Tally.None).ThenByDescending(row => row.Last[Metric.Captured]).ThenBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => new FigureRow(row.Name, said.Label(last, row.Name), [.. Touch(row.Last), .. Touch(row.First)]))])
        {
            Key = Said.Column(key),
            Chart = new(FigureChartKind.Bar, 1, 4),
        };
    }

    private static IEnumerable<FigureValue> Touch(Counts counts) =>
    [
        new FigureValue.Count(counts[Metric.Captured]),
        new FigureValue.Count(counts[Metric.BookedSince]),
        new FigureValue.Share(counts[Metric.BookedSince], counts[Metric.Captured]),
    ];

    private FigureTable ByLead(string id, string title, string key, Dimension dimension, MarketingFigures figures) => new(
        id,
        title,
        [.. OfLeads.Select(Said.Column), Said.Column("ShareRead", "Share"), Said.Column("ShareBooked", "Share")],
        [.. Ordered(figures.Now.By(dimension), Metric.Captured).Select(row => new FigureRow(
            row.Key,
            said.Label(dimension, row.Key),
            [
                .. OfLeads.Select(metric => new FigureValue.Count(row.Value[metric])),
                new FigureValue.Share(row.Value[Metric.Read], row.Value[Metric.Captured]),
                new FigureValue.Share(row.Value[Metric.BookedSince], row.Value[Metric.Captured]),
            ]))])
    {
        Key = Said.Column(key),
        Chart = new(FigureChartKind.Bar, 0, 2, 3),
    };

    private FigureTable ByMail(string id, string title, string key, Dimension dimension, MarketingFigures figures) => new(
        id,
        title,
        [.. OfMails.Select(Said.Column), Said.Column("ShareClicked", "Share")],
        [.. Ordered(figures.Now.By(dimension), Metric.Sent).Where(row => row.Value.Weight > 0).Select(row => new FigureRow(
            row.Key,
            said.Label(dimension, row.Key),
            [
                .. OfMails.Select(metric => new FigureValue.Count(row.Value[metric])),
                new FigureValue.Share(row.Value[Metric.Clicked], row.Value[Metric.Delivered]),
            ]))])
    {
        Key = Said.Column(key),
        Chart = new(FigureChartKind.Bar, 1, 4),
    };

    private static IEnumerable<KeyValuePair<string, Counts>> Ordered(IReadOnlyDictionary<string, Counts> keys, Metric by) => keys
        .OrderBy(key => key.Key is Tally.Other or Tally.None)
        .ThenByDescending(key => key.Value[by])
        .ThenByDescending(key => key.Value.Weight)
        .ThenBy(key => key.Key, StringComparer.Ordinal);
}

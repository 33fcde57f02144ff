using LeadFunctions.Articles;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>Where the catalogue has too little: concerns without enough that is new, and articles that nobody reads.</summary>
internal sealed class CoverageTables(ConcernCatalogue concerns, ArticleCatalogue articles, Said said)
{
    /// <summary>A sequence brings as many as five; with fewer than two, the second letter is about something else.</summary>
    private const int Few = 2;

    private const int StaleMonths = 12;

    public FigureTable Concerns(MarketingFigures figures) => new(
        "coverage",
        MarketingText.CoverageTitle,
        [Said.Column("ArticlesAbout"), Said.Column("Newest"), Said.Column("Named", "Concern"), Said.Column("Verdict", "CoverageVerdict")],
        [.. concerns.All.Select(concern => Row(concern, figures)).OrderBy(row => row.Rank).ThenByDescending(row => row.Named).Select(row => row.Row)])
    {
        Key = Said.Column("Concern"),
        Note = MarketingText.CoverageNote.With(Few, StaleMonths),
    };

    public FigureTable Articles(MarketingFigures figures) => new(
        "unread",
        MarketingText.UnreadTitle,
        [Said.Column("Published"), Said.Column(Metric.Delivered), Said.Column(Metric.Clicked), Said.Column("ShareClicked", "Share"), Said.Column("Verdict", "UnreadVerdict")],
        [.. articles.All
            .Select(article => (Article: article, Counts: figures.Now.By(Dimension.Article).GetValueOrDefault(article.Slug) ?? new()))
            .OrderBy(row => Verdict(row.Counts).Rank).ThenBy(row => row.Article.Slug, StringComparer.Ordinal)
            .Select(row => new FigureRow(
                row.Article.Slug,
                said.Label(Dimension.Article, row.Article.Slug),
                [
                    Date(row.Article.Published),
                    new FigureValue.Count(row.Counts[Metric.Delivered]),
                    new FigureValue.Count(row.Counts[Metric.Clicked]),
                    new FigureValue.Share(row.Counts[Metric.Clicked], row.Counts[Metric.Delivered]),
                    Verdict(row.Counts).Word,
                ]))])
    {
        Key = Said.Column("Article"),
        Note = MarketingText.UnreadNote.With(FigureValue.Enough),
    };

    private (FigureRow Row, int Rank, int Named) Row(Concern concern, MarketingFigures figures)
    {
        var about = articles.All.Where(article => article.IsAbout(concern.Id)).ToList();
        DateOnly? newest = about.Count == 0 ? null : about.Max(article => article.Published);
        var (rank, word) = about.Count < Few ? (0, Verdict("Few"))
            : newest < figures.Now.Range.To.AddMonths(-StaleMonths) ? (1, Verdict("Stale"))
            : (2, Verdict("Fine"));

        // As everywhere: of few people in all it is not told what they named.
        var named = figures.Now.Totals[Metric.Captured] < FigureValue.Enough ? 0 : figures.Now.By(Dimension.Concern).GetValueOrDefault(concern.Id)?[Metric.Captured] ?? 0;
        return (
            new(
                concern.Id,
                said.Label(Dimension.Concern, concern.Id),
                [
                    new FigureValue.Count(about.Count),
                    newest is { } date ? Date(date) : new FigureValue.Word(MarketingText.KeyNone, ""),
                    figures.Now.Totals[Metric.Captured] < FigureValue.Enough ? new FigureValue.Withheld() : new FigureValue.Count(named),
                    word,
                ]),
            rank,
            named);
    }

    private static (int Rank, FigureValue Word) Verdict(Counts counts) =>
        counts[Metric.Sent] == 0 ? (1, Verdict("NeverSent"))
        : counts[Metric.Delivered] < FigureValue.Enough ? (2, Verdict("FewSent"))
        : counts[Metric.Clicked] == 0 ? (0, Verdict("Unread"))
        : (3, Verdict("IsRead"));

    private static FigureValue.Word Verdict(string name) => new(Said.Word($"Verdict{name}"), Said.Wire(name));

    private static FigureValue.Word Date(DateOnly date) => new(DateRange.Text(date), DateRange.Text(date));
}

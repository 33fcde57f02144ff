using LeadFunctions.Articles;

namespace LeadFunctions.Marketing;

/// <summary>The tables of the page, in their order.</summary>
public sealed class MarketingTables(ConcernCatalogue concerns, ArticleCatalogue articles, Said said)
{
    private readonly BreakdownTables breakdowns = new(said);
    private readonly CoverageTables coverage = new(concerns, articles, said);
    private readonly ShieldedTable shielded = new(said);

    /// <summary>All of them, in the language that is spoken now.</summary>
    public IReadOnlyList<FigureTable> Of(MarketingFigures figures) =>
    [
        FunnelTables.Funnel(figures),
        TrendTables.OverTime(figures),
        FunnelTables.Mails(figures),
        TrendTables.ByWeekOfCapture(figures),
        TrendTables.TimeToBooking(figures, said),
        TrendTables.ByHour(figures),
        AnswerTable.Of(figures),
        breakdowns.Concerns(figures),
        breakdowns.Articles(figures),
        breakdowns.Steps(figures),
        VariantTable.Of(figures),
        breakdowns.Sources(figures),
        breakdowns.Campaigns(figures),
        breakdowns.Attribution(figures),
        shielded.Of(figures),
        coverage.Concerns(figures),
        coverage.Articles(figures),
    ];
}

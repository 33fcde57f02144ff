using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>All that the page shows.</summary>
/// <param name="Now">The dates that are asked for.</param>
/// <param name="Before">As many before them: totals alone.</param>
/// <param name="Quarter">The last whole quarter by then: concerns by source.</param>
/// <param name="Today">The clinic's date.</param>
public sealed record MarketingFigures(PeriodFigures Now, PeriodFigures Before, PeriodFigures Quarter, DateOnly Today);

/// <summary>Reads figures: three short queries for the sums of dates, however many leads there are.</summary>
public sealed class FigureReading(IDayCounts days, RangeReader calendar)
{
    private static readonly Dimension[] Shown =
    [
        Dimension.Total, Dimension.Hour, Dimension.Kind, Dimension.Concern, Dimension.Article, Dimension.Step, Dimension.Source, Dimension.FirstSource,
        Dimension.Campaign, Dimension.FirstCampaign, Dimension.Language, Dimension.Wait, Dimension.Variant,
    ];

    private static readonly Dimension[] Shielded = [Dimension.Concern, Dimension.Source, Dimension.ConcernSource];

    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<MarketingFigures> ReadAsync(DateRange range, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var last = range.To < today ? range.To : today.AddDays(-1);
        var now = ReadAsync(range, Shown, cancellationToken);
        var before = ReadAsync(range.Before, [Dimension.Total], cancellationToken);
        var quarter = ReadAsync(DateRange.QuarterBy(last), Shielded, cancellationToken);
        return new(await now, await before, await quarter, today);
    }

    private async Task<PeriodFigures> ReadAsync(DateRange range, IReadOnlyCollection<Dimension> dimensions, CancellationToken cancellationToken)
    {
        var figures = new PeriodFigures(range);
        await foreach (var day in days.DaysAsync(range.From, range.To, dimensions, cancellationToken))
        {
            figures.Add(day);
        }

        return figures;
    }
}

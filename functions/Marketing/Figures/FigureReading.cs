using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>All that the page shows.</summary>
/// <param name="Now">The dates that are asked for.</param>
/// <param name="Before">As many before them: totals alone.</param>
/// <param name="Quarter">The last whole quarter by then: concerns by source.</param>
/// <param name="Answers">How soon staff answered, by week: the weeks that begin in these dates, and the one in which they begin.</param>
/// <param name="Today">The clinic's date.</param>
public sealed record MarketingFigures(PeriodFigures Now, PeriodFigures Before, PeriodFigures Quarter, IReadOnlyList<AnswerWeek> Answers, DateOnly Today);

/// <summary>Reads figures: four short queries for sums of dates and weeks, however many leads there are.</summary>
public sealed class FigureReading(IDayCounts days, IAnswerTimes answers, RangeReader calendar)
{
    private static readonly Dimension[] Shown =
    [
        Dimension.Total, Dimension.Hour, Dimension.Kind, Dimension.Concern, Dimension.Article, Dimension.Step, Dimension.Source, Dimension.FirstSource,
        Dimension.Campaign, Dimension.FirstCampaign, Dimension.Language, Dimension.Wait, Dimension.Variant,
    ];

    // Both are shown for the dates that are asked for, too.
    private static readonly Dimension[] SumsOfShielded = [Dimension.Concern, Dimension.Source];

    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<MarketingFigures> ReadAsync(DateRange range, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var (now, before, quarter) = (new PeriodFigures(range), new PeriodFigures(range.Before), new PeriodFigures(DateRange.QuarterBy(range.To < today ? range.To : today.AddDays(-1))));
        var isWithin = range.Holds(quarter.Range.From) && range.Holds(quarter.Range.To);
        var sums = new PeriodFigures(quarter.Range);
        var weeks = answers.WeeksAsync(Weeks.MondayOf(range.From), range.To, cancellationToken);
        await Task.WhenAll(
            weeks,
            TellAsync(range, Shown, isWithin ? new WithQuarter(now, sums) : now, cancellationToken),
            TellAsync(before.Range, [Dimension.Total], before, cancellationToken),
            TellAsync(quarter.Range, isWithin ? [Dimension.ConcernSource] : [.. SumsOfShielded, Dimension.ConcernSource], quarter, cancellationToken));
        foreach (var dimension in isWithin ? SumsOfShielded : [])
        {
            quarter.Take(sums, dimension);
        }

        return new(now, before, quarter, await weeks, today);
    }

    private Task TellAsync(DateRange range, IReadOnlyCollection<Dimension> dimensions, ICountsReceiver receiver, CancellationToken cancellationToken) =>
        days.TellAsync(range.From, range.To, dimensions, receiver, cancellationToken);

    /// <summary>What is read for all dates is the quarter's as well, where they hold it.</summary>
    private sealed class WithQuarter(PeriodFigures all, PeriodFigures quarter) : ICountsReceiver
    {
        public void Take(DateOnly date, Dimension dimension, ReadOnlySpan<char> key, ReadOnlySpan<int> numbers)
        {
            all.Take(date, dimension, key, numbers);
            if (SumsOfShielded.Contains(dimension) && quarter.Range.Holds(date))
            {
                quarter.Take(date, dimension, key, numbers);
            }
        }
    }
}

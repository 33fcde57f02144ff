using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>How often articles were brought to people who named a concern, and how often one of them, and certainly no program, opened it.</summary>
public sealed class ClickCounts
{
    private readonly Dictionary<ConcernArticle, (int Delivered, int Clicked)> counts = [];

    public static ClickCounts None { get; } = new();

    /// <param name="dates">Sums of dates, each once.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ClickCounts> OfAsync(IAsyncEnumerable<DayTally> dates, CancellationToken cancellationToken)
    {
        var all = new ClickCounts();
        await foreach (var date in dates.WithCancellation(cancellationToken))
        {
            foreach (var (key, numbers) in date.Tally.By(Dimension.ConcernArticle))
            {
                if (ConcernArticle.Of(key) is { } both)
                {
                    all.Add(both, numbers[Metric.Delivered], numbers[Metric.Clicked]);
                }
            }
        }

        return all;
    }

    public void Add(ConcernArticle both, int delivered, int clicked)
    {
        var (knownDelivered, knownClicked) = counts.GetValueOrDefault(both);
        counts[both] = (knownDelivered + delivered, knownClicked + clicked);
    }

    /// <summary>All concerns of a person together.</summary>
    public (int Delivered, int Clicked) Of(IEnumerable<string> concerns, string article)
    {
        var (delivered, clicked) = (0, 0);
        foreach (var concern in concerns)
        {
            var (ofOneDelivered, ofOneClicked) = counts.GetValueOrDefault(new(concern, article));
            (delivered, clicked) = (delivered + ofOneDelivered, clicked + ofOneClicked);
        }

        return (delivered, clicked);
    }
}

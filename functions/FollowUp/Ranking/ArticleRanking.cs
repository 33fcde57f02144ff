using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Orders articles that fit somebody equally well by what others read who named the same, where <c>FollowUp__Ranking</c> says so. The numbers are
/// those of the last 180 days, looked up once an hour; while they cannot be, the newest article comes first, as without it.
/// </summary>
public sealed partial class ArticleRanking(
    IDayCounts days, ClinicTime time, IOptions<FollowUpOptions> options, IOptions<ComplianceOptions> compliance, TimeProvider clock, ILogger<ArticleRanking> logger)
{
    private const int Days = 180;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private ClickCounts counts = ClickCounts.None;
    private DateTimeOffset freshUntil = DateTimeOffset.MinValue;

    private bool IsOn => options.Value.Ranking == FollowUpOptions.RankedByClicks && !compliance.Value.IsHipaa;

    /// <summary>Looks the numbers up again when it is time. Nothing is thrown: letters leave also without them.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!IsOn || now < freshUntil)
        {
            return;
        }

        try
        {
            var today = time.DateAt(now);
            counts = await ClickCounts.OfAsync(days.DaysAsync(today.AddDays(-Days), today, [Dimension.ConcernArticle], cancellationToken), cancellationToken);
            freshUntil = now + Fresh;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
        }
    }

    /// <summary>How articles that fit equally well are ordered for somebody; null for the newest first.</summary>
    public Func<Article, double>? For(Lead lead, int step)
    {
        if (!IsOn || lead.Concerns.Count == 0)
        {
            return null;
        }

        var draw = new Draw($"{lead.Contact.Hex}/{step}");
        return article => draw.Of(counts.Of(lead.Concerns, article.Slug));
    }

    [LoggerMessage(LogLevel.Warning, "What people read could not be looked up; of articles that fit equally well the newest come first.")]
    private partial void LogUnavailable(Exception exception);
}

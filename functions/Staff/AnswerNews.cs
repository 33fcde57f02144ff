using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Staff;

/// <summary>How soon people were answered lately, for the foot of the queue. It is asked for now and then, and not by each look at a page that looks every 30 seconds.</summary>
public sealed partial class AnswerNews(IAnswerTimes answers, TimeProvider clock, ILogger<AnswerNews> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile Known? known;

    /// <returns>Null while nothing is known. It never keeps the queue from being shown.</returns>
    public async Task<RecentAnswers?> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known is { } before && (now - before.At).Duration() < Fresh)
        {
            return before.Answers;
        }

        try
        {
            known = new(await answers.RecentAsync(cancellationToken), now);
            return known.Answers;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "How soon people were answered is left out of the queue: storage was away.")]
    private partial void LogUnavailable(Exception exception);

    private sealed record Known(RecentAnswers? Answers, DateTimeOffset At);
}

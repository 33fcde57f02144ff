using LeadFunctions.Leads;
using LeadFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>Takes what a provider tells of our mails: who is not to be written to any more, and evidence.</summary>
public sealed partial class EmailEventsHandler(
    EventSuppressions suppressions,
    IEventStore events,
    TimeProvider clock,
    ILogger<EmailEventsHandler> logger)
{
    /// <summary>Applies a post that was found to be genuine. Applying it again, or beside others, changes nothing more.</summary>
    /// <param name="batch">The post as it was read; null when it could not be.</param>
    /// <param name="length">How many bytes it had.</param>
    /// <remarks>Not cancelled with the request: the provider would tell all of it again.</remarks>
    public async Task<EmailEventsResult> HandleAsync(EventBatch? batch, int length)
    {
        if (batch is null)
        {
            LogUnreadable(length);
            return new EmailEventsResult.Unreadable();
        }

        try
        {
            await suppressions.ApplyAsync(batch.Ours);
            await events.KeepAsync(batch.Ours, CancellationToken.None);
            await events.KeepOthersAsync(batch.Others, CancellationToken.None);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception, batch.Ours.Count);
            return new EmailEventsResult.Unavailable();
        }

        var now = clock.GetUtcNow();
        foreach (var happened in batch.Ours)
        {
            Figures.Told(happened.Kind, now - happened.At);
        }

        LogKept(batch.Ours.Count, batch.Others.Count);
        return new EmailEventsResult.Kept(batch.Ours.Count, batch.Others.Count);
    }

    [LoggerMessage(LogLevel.Information, "Kept {Count} events, and {Others} of mail that is not ours.")]
    private partial void LogKept(int count, int others);

    [LoggerMessage(LogLevel.Error, "A genuine post of {Length} bytes is no list of events.")]
    private partial void LogUnreadable(int length);

    [LoggerMessage(LogLevel.Error, "{Count} events could not be kept; the provider tells them again.")]
    private partial void LogUnavailable(Exception exception, int count);
}

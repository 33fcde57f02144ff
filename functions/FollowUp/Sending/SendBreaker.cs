using LeadFunctions.Email;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Pauses claiming while the provider is unwell, so that an outage does not push every mail into the slow path of unanswered posts:
/// after five unanswered posts within a minute, or when the provider does not take our key. After a minute's pause one mail goes
/// first, an alert where there is one, and the rest follow when it is answered. One for each process.
/// </summary>
public sealed partial class SendBreaker(TimeProvider clock, ILogger<SendBreaker> logger)
{
    private const int MostUnanswered = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> unanswered = new();
    private DateTimeOffset? pausedUntil;
    private bool probing;

    /// <returns>True when a mail may be claimed now. Whoever gets true says how it went, by <see cref="Leave"/>.</returns>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (pausedUntil is null)
            {
                return true;
            }

            if (probing || clock.GetUtcNow() < pausedUntil)
            {
                return false;
            }

            probing = true;
            return true;
        }
    }

    /// <param name="outcome">The provider's answer; null when nothing was posted.</param>
    public void Leave(SendOutcome? outcome)
    {
        lock (gate)
        {
            probing = false;
            switch (outcome)
            {
                case null:
                    break;
                case SendOutcome.Unknown:
                    CountUnanswered(clock.GetUtcNow());
                    break;
                case SendOutcome.Misconfigured misconfigured:
                    LogMisconfigured(misconfigured.Reason);
                    pausedUntil = clock.GetUtcNow() + Pause;
                    break;
                default:
                    pausedUntil = null;
                    unanswered.Clear();
                    break;
            }
        }
    }

    private void CountUnanswered(DateTimeOffset now)
    {
        unanswered.Enqueue(now);
        while (unanswered.Peek() < now - Window)
        {
            unanswered.Dequeue();
        }

        if (unanswered.Count >= MostUnanswered || pausedUntil is not null)
        {
            pausedUntil = now + Pause;
            LogPaused(unanswered.Count);
        }
    }

    [LoggerMessage(LogLevel.Error, "Sending pauses: {Count} posts in a row were not answered.")]
    private partial void LogPaused(int count);

    [LoggerMessage(LogLevel.Critical, "Sending pauses: the mail provider does not take our key or sender. {Reason}")]
    private partial void LogMisconfigured(string reason);
}

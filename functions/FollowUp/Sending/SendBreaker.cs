using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Pauses claiming while the provider is unwell, so that an outage does not push every mail into the slow path of unanswered posts:
/// after five unanswered posts within a minute, whatever else was answered, or when the provider does not take our key. After a
/// minute's pause one mail goes first, an alert where there is one, and the rest follow when it is answered. One for each process.
/// </summary>
public sealed partial class SendBreaker(TimeProvider clock, ILogger<SendBreaker> logger) : ISendingState
{
    private const int MostUnanswered = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PauseTime = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> unanswered = new();
    private DateTimeOffset? pausedUntil;
    private DateTimeOffset? acceptedAt;
    private bool isRefused;
    private Pass? probe;

    public SendingPause? Pause
    {
        get
        {
            lock (gate)
            {
                return pausedUntil is null ? null : isRefused ? SendingPause.Refusal : SendingPause.Silence;
            }
        }
    }

    public DateTimeOffset? AcceptedAt
    {
        get
        {
            lock (gate)
            {
                return acceptedAt;
            }
        }
    }

    /// <returns>Null when no mail may be claimed now. Whoever gets a pass gives it back by <see cref="Leave"/>.</returns>
    public Pass? TryEnter()
    {
        lock (gate)
        {
            if (pausedUntil is null)
            {
                return new Pass();
            }

            return probe is not null || clock.GetUtcNow() < pausedUntil ? null : probe = new Pass();
        }
    }

    /// <summary>Whether the pass is still good: the provider may have become unwell since, while its holder waited.</summary>
    public bool Holds(Pass pass)
    {
        lock (gate)
        {
            return pausedUntil is null || ReferenceEquals(pass, probe);
        }
    }

    /// <param name="pass">From <see cref="TryEnter"/>.</param>
    /// <param name="outcome">The provider's answer; null when nothing was posted.</param>
    public void Leave(Pass pass, SendOutcome? outcome)
    {
        lock (gate)
        {
            var isProbe = ReferenceEquals(pass, probe);
            probe = isProbe ? null : probe;
            acceptedAt = outcome is SendOutcome.Accepted ? clock.GetUtcNow() : acceptedAt;
            switch (outcome)
            {
                case SendOutcome.Unknown:
                    CountUnanswered(isProbe, clock.GetUtcNow());
                    break;
                case SendOutcome.Misconfigured misconfigured:
                    LogMisconfigured(misconfigured.Reason);
                    isRefused = true;
                    pausedUntil = clock.GetUtcNow() + PauseTime;
                    break;
                case SendOutcome.Refused when isProbe:
                    pausedUntil = clock.GetUtcNow() + PauseTime;
                    break;
                case SendOutcome.Accepted or SendOutcome.RefusedForGood when isProbe:
                    pausedUntil = null;
                    unanswered.Clear();
                    break;
            }
        }
    }

    private void CountUnanswered(bool isProbe, DateTimeOffset now)
    {
        unanswered.Enqueue(now);
        while (unanswered.Peek() < now - Window)
        {
            unanswered.Dequeue();
        }

        if (isProbe || unanswered.Count >= MostUnanswered)
        {
            pausedUntil = now + PauseTime;
            isRefused = false;
            LogPaused(unanswered.Count);
        }
    }

    [LoggerMessage(LogLevel.Error, "Sending pauses: {Count} posts of the last minute were not answered.")]
    private partial void LogPaused(int count);

    [LoggerMessage(LogLevel.Critical, "Sending pauses: the mail provider does not take our key or sender. {Reason}")]
    private partial void LogMisconfigured(string reason);

    /// <summary>Leave to claim and post one mail.</summary>
    public sealed class Pass;
}

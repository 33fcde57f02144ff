using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>
/// How many mails may be claimed and posted at once, by all drains of this process. More are claimed together than posted at once only as far
/// as the provider, at its present speed, takes them within two seconds: an unsubscribe waits for no more than that, and a provider that has
/// become slow finds few that waited in vain.
/// </summary>
public sealed class SendPace
{
    /// <summary>A claim writes three rows of the hundred of a transaction.</summary>
    public const int MostTogether = 33;

    private const int MostWaves = 8;
    private const double NewestCounts = 0.1;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    private readonly TimeProvider clock;
    private readonly int mailsAtOnce;
    private readonly Lock gate = new();
    private TimeSpan? answerTime;
    private int lanes;

    public SendPace(IOptions<FollowUpOptions> options, TimeProvider clock)
    {
        this.clock = clock;
        mailsAtOnce = options.Value.MailsAtOnce;
        Posts = new(() => mailsAtOnce);
        Claims = new(() => MostClaimed);
    }

    /// <summary>For each post that is under way.</summary>
    public Turnstile Posts { get; }

    /// <summary>For each mail that is claimed and not yet done with.</summary>
    public Turnstile Claims { get; }

    /// <summary>As many as one lane may take on together, so that all lanes at work have the same.</summary>
    public int Together
    {
        get
        {
            lock (gate)
            {
                return Math.Clamp(MostClaimed / Math.Max(1, lanes * Lane.MostUnderWay), 1, MostTogether);
            }
        }
    }

    private int MostClaimed
    {
        get
        {
            lock (gate)
            {
                return mailsAtOnce * (answerTime is { } time ? (int)Math.Clamp(Ahead / Max(time, TimeSpan.FromMilliseconds(1)), 1, MostWaves) : 1);
            }
        }
    }

    public void LaneBegins() => Interlocked.Increment(ref lanes);

    public void LaneEnds() => Interlocked.Decrement(ref lanes);

    /// <summary>A mail was answered, or its answer was waited for in vain.</summary>
    /// <param name="begun">When the post began, as a timestamp of the clock.</param>
    public void Answered(long begun)
    {
        var time = clock.GetElapsedTime(begun);
        lock (gate)
        {
            // A provider that slows down is believed sooner than one that speeds up.
            answerTime = answerTime is { } usual && time < 2 * usual ? usual + ((time - usual) * NewestCounts) : time;
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

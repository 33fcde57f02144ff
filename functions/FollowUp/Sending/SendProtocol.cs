using System.Diagnostics;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// The protocol of claiming, posting and judging, as pure functions from what is known to the next move. The provider has no
/// idempotency key: a post whose answer is unknown may have arrived, and must not be made again until that is judged.
/// </summary>
public static class SendProtocol
{
    /// <summary>How long a claim hides the work from others. Ten times the clock skew that we allow for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);

    /// <summary>The longest time between deciding a claim and posting, on the monotonic clock: what an unsubscribe may have to wait.</summary>
    public static readonly TimeSpan ClaimToPost = TimeSpan.FromSeconds(10);

    /// <summary>How long after an unanswered post the provider's silence means that it never took the mail.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(26);

    /// <summary>How long after an unanswered post we wait at least, even when the provider tells of later mails and not of this one.</summary>
    public static readonly TimeSpan ShortSilence = TimeSpan.FromMinutes(30);

    /// <summary>How much later a mail must be, by the provider's clock, to be certainly later: the post itself, and clocks that differ.</summary>
    public static readonly TimeSpan CertainlyLater = TimeSpan.FromMinutes(1);

    /// <summary>How often uncertain work is looked at.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>A person gets at most one confirmation, and at most one mail with articles, in this time.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    /// <summary>The longest pause before what was refused is tried again, where the provider does not ask for a longer one.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private const int MostUnansweredPosts = 2;
    private const int MostFailures = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAlertLease = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The work as it is while its mail is being posted.</summary>
    public static DueWork Claimed(DueWork work, DateTimeOffset now) => work with
    {
        State = DueState.Sending,
        DueAt = now + LeaseOf(work),
        Attempts = work.Attempts + 1,
        AttemptedAt = now,
    };

    /// <summary>Nothing was posted after all: the work goes back as it was.</summary>
    public static Move GiveBack(DueWork claimed, DateTimeOffset now) => new(claimed)
    {
        Next = claimed with { State = DueState.Due, DueAt = now, Attempts = claimed.Attempts - 1 },
    };

    /// <summary>What follows from the provider's answer.</summary>
    /// <param name="claimed">The claimed work.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="next">The work that follows when this mail is done with, or null.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The move, or null when the answer is unknown: the work then comes back by itself when the claim ends.</returns>
    public static Move? After(DueWork claimed, SendOutcome outcome, DueWork? next, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Accepted accepted => Finished(claimed, SendResult.Accepted, next, now, accepted.MessageId),
        SendOutcome.Refused refused => Later(claimed, refused.RetryAfter, now),
        SendOutcome.Misconfigured => Later(claimed, retryAfter: null, now),
        SendOutcome.RefusedForGood refused => Dead(claimed, refused.Reason, now),
        SendOutcome.Unknown => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Judges work whose post was never answered. Staff are told again, since a repeat is harmless and a miss is not; each claim of an alert
    /// lasts longer than the one before. A visitor is not written to again before the provider's silence has lasted long enough, and
    /// then once more only. Silence about this mail is shorter where the provider has told of later ones.
    /// </summary>
    /// <param name="work">Work of whose mail there is no evidence.</param>
    /// <param name="reportedUntil">How far the provider has told, from <see cref="IEventStore.ReportedUntilAsync"/>.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the work may be claimed anew.</returns>
    public static Move? Settle(DueWork work, DateTimeOffset? reportedUntil, DateTimeOffset now)
    {
        if (work.Key.Track == Track.Alert)
        {
            return null;
        }

        var silence = reportedUntil > work.AttemptedAt + CertainlyLater ? ShortSilence : Silence;
        if (now < work.AttemptedAt + silence)
        {
            return new(work) { Next = work with { State = DueState.Uncertain, DueAt = now + LookAgain } };
        }

        return work.Attempts < MostUnansweredPosts ? null : Dead(work, DeadLetter.NoWord, now);
    }

    /// <summary>A mail of the sequence is done with, sent or not.</summary>
    public static Move Finished(DueWork work, SendResult result, DueWork? next, DateTimeOffset now, string? messageId = null, string? reason = null) => new(work)
    {
        Next = next,
        Record = new()
        {
            Key = work.Key,
            Result = result,
            At = now,
            Attempts = work.Attempts,
            Articles = result == SendResult.Accepted ? work.Articles : [],
            MessageId = messageId,
            SequenceVersion = work.SequenceVersion,
            Variant = work.Variant,
            Reason = reason,
        },
    };

    /// <summary>The work failed before anything was posted: it is tried again, and after five failures in a row staff see it.</summary>
    public static Move Failed(DueWork work, DateTimeOffset now) => work.Failures + 1 < MostFailures
        ? new(work) { Next = work with { Failures = work.Failures + 1, DueAt = now + Pause(work.Failures) } }
        : Dead(work, DeadLetter.NotMade, now);

    /// <summary>An alert went to everybody there is, and no copy is reported to have arrived: staff see it.</summary>
    public static Move NotArrived(DueWork work, DateTimeOffset now) =>
        Finished(work, SendResult.NotArrived, next: null, now) with { DeadLetter = DeadLetter.NotArrived };

    private static Move Later(DueWork claimed, TimeSpan? retryAfter, DateTimeOffset now) => new(claimed)
    {
        Next = claimed with
        {
            State = DueState.Due,
            DueAt = now + (retryAfter is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, FirstPause.Ticks, LongestWait.Ticks)) : Pause(claimed.Refusals)),
            Attempts = claimed.Attempts - 1,
            Refusals = claimed.Refusals + 1,
        },
    };

    private static Move Dead(DueWork work, string reason, DateTimeOffset now) =>
        Finished(work, SendResult.DeadLetter, next: null, now) with { DeadLetter = reason };

    private static TimeSpan LeaseOf(DueWork work) => work.Key.Track == Track.Alert ? Doubled(Lease, work.Attempts, LongestAlertLease) : Lease;

    private static TimeSpan Pause(int times) => Doubled(FirstPause, times, LongestPause);

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        var time = first * Math.Pow(2, Math.Min(times, 10));
        return time < longest ? time : longest;
    }
}

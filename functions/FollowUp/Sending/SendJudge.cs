using System.Collections.Concurrent;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Records what the provider answered, and judges work whose answer is not on record. An answer that cannot be recorded, because
/// storage is away, is remembered here: the work shows itself again when its claim ends, and is then judged by it, not by guesswork.
/// </summary>
public sealed partial class SendJudge(
    GatheredMoves moves,
    IEventStore events,
    IEmailOutcomeSource outcomes,
    TrackRules rules,
    TimeProvider clock,
    ILogger<SendJudge> logger)
{
    private const int MostAsked = 2;

    // By the claim, not by the mail: another worker's claim of the same mail is judged by what is known of that one.
    private readonly ConcurrentDictionary<(SendKey Mail, DateTimeOffset? ClaimedAt), SendOutcome> unrecorded = new();

    /// <summary>Records an answer; an unknown one leaves the work as it is, to be judged when its claim ends.</summary>
    /// <returns>Whether an alert goes on to the next of the staff, who is to be told now.</returns>
    public async Task<bool> RecordAsync(DueWork claimed, Lead lead, SendOutcome outcome)
    {
        if (rules.After(claimed, lead, outcome) is not { } move)
        {
            LogUnanswered(claimed.Key, ((SendOutcome.Unknown)outcome).Reason);
            return false;
        }

        unrecorded[ClaimOf(claimed)] = outcome;
        try
        {
            if (await TryMoveAsync(move))
            {
                LogAnswered(claimed.Key, outcome.GetType().Name);
                return claimed.Key.Track == Track.Alert && move.Next?.DueAt <= clock.GetUtcNow();
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogNotRecorded(exception, claimed.Key);
        }

        return false;
    }

    /// <summary>A claim that may have been committed, and certainly was not posted: should it show itself, it counts as refused.</summary>
    public void NotPosted(DueWork claimed) => unrecorded[ClaimOf(claimed)] = new SendOutcome.Refused(RetryAfter: null);

    /// <summary>Nothing was posted after all: the work goes back as it was.</summary>
    public async Task GiveBackAsync(DueWork claimed)
    {
        NotPosted(claimed);
        await TryMoveAsync(SendProtocol.GiveBack(claimed, clock.GetUtcNow()));
    }

    /// <summary>Judges work that was claimed before and whose claim has ended.</summary>
    /// <returns>False when it may be claimed anew; true when it was dealt with.</returns>
    public async Task<bool> TryJudgeAsync(DueWork work, Lead lead, CancellationToken cancellationToken)
    {
        var move = unrecorded.TryGetValue(ClaimOf(work), out var answer)
            ? rules.After(work, lead, answer)
            : await SettleAsync(work, lead, cancellationToken);
        if (move is null)
        {
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        await TryMoveAsync(move);
        return true;
    }

    // Whatever came of the mail, whoever told, and whichever attempt it was: it arrived somewhere, so it was taken.
    private async Task<Move?> SettleAsync(DueWork work, Lead lead, CancellationToken cancellationToken)
    {
        if (await events.OfMailAsync(work.Key, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { } evidence)
        {
            LogSettled(work.Key, evidence.Name);
            return rules.After(work, lead, new SendOutcome.Accepted(evidence.MessageId));
        }

        if (await AskAsync(work, cancellationToken) is { } told)
        {
            LogTold(work.Key, told.GetType().Name);
            return rules.After(work, lead, told);
        }

        return SendProtocol.Settle(work, await events.ReportedUntilAsync(cancellationToken), clock.GetUtcNow());
    }

    // The claim has lasted long enough for the provider to know its own mails. An earlier post of the same mail may be the one that
    // arrived; while that cannot be told of either, nothing is.
    private async Task<SendOutcome?> AskAsync(DueWork work, CancellationToken cancellationToken)
    {
        var told = new List<SendOutcome>();
        for (var attempt = work.Attempts; attempt > Math.Max(0, work.Attempts - MostAsked); attempt--)
        {
            told.Add(await outcomes.AskAsync(new SendId(work.Key, attempt).ToString(), cancellationToken));
        }

        return told.Find(outcome => outcome is SendOutcome.Accepted)
            ?? (told.Exists(outcome => outcome is SendOutcome.Unknown) ? null : told.FirstOrDefault());
    }

    private async Task<bool> TryMoveAsync(Move move)
    {
        if (await moves.TryMoveAsync(move) is not MoveOutcome.Committed)
        {
            return false;
        }

        unrecorded.TryRemove(ClaimOf(move.From), out _);
        if (move.DeadLetter is { } reason)
        {
            LogGivenUp(move.From.Key, reason);
        }

        return true;
    }

    private static (SendKey Mail, DateTimeOffset? ClaimedAt) ClaimOf(DueWork work) => (work.Key, work.AttemptedAt);

    [LoggerMessage(LogLevel.Information, "{Work}: {Outcome}.")]
    private partial void LogAnswered(SendKey work, string outcome);

    [LoggerMessage(LogLevel.Information, "{Work} was not answered and was taken: there is {Evidence}.")]
    private partial void LogSettled(SendKey work, string evidence);

    [LoggerMessage(LogLevel.Information, "{Work} was not answered; the provider was asked and says: {Outcome}.")]
    private partial void LogTold(SendKey work, string outcome);

    [LoggerMessage(LogLevel.Error, "{Work} is given up: {Reason}")]
    private partial void LogGivenUp(SendKey work, string reason);

    [LoggerMessage(LogLevel.Warning, "{Work} was posted and not answered ({Reason}); it is judged when its claim ends.")]
    private partial void LogUnanswered(SendKey work, string reason);

    [LoggerMessage(LogLevel.Error, "{Work} was answered and storage is away; it is recorded when its claim ends.")]
    private partial void LogNotRecorded(Exception exception, SendKey work);
}

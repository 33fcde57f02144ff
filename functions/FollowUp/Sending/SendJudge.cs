using System.Collections.Concurrent;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Records what the provider answered, and judges work whose answer is not on record. An answer that cannot be recorded, because
/// storage is away, is remembered here: the work shows itself again when its claim ends, and is then judged by it, not by guesswork.
/// </summary>
public sealed partial class SendJudge(ILeadStore leads, VisitorRules rules, TimeProvider clock, ILogger<SendJudge> logger)
{
    private readonly ConcurrentDictionary<SendKey, SendOutcome> unrecorded = new();

    /// <summary>Records an answer; an unknown one leaves the work as it is, to be judged when its claim ends.</summary>
    public async Task RecordAsync(DueWork claimed, Lead lead, SendOutcome outcome)
    {
        if (SendProtocol.After(claimed, outcome, rules.Next(claimed, lead), clock.GetUtcNow()) is not { } move)
        {
            unrecorded.TryRemove(claimed.Key, out _);
            LogUnanswered(claimed.Key, ((SendOutcome.Unknown)outcome).Reason);
            return;
        }

        unrecorded[claimed.Key] = outcome;
        try
        {
            if (await leads.TryMoveAsync(move, CancellationToken.None) is MoveOutcome.Committed)
            {
                unrecorded.TryRemove(claimed.Key, out _);
                LogAnswered(claimed.Key, outcome.GetType().Name);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogNotRecorded(exception, claimed.Key);
        }
    }

    /// <summary>Work that may have been claimed was certainly not posted by this process: should the claim show itself, it counts as refused.</summary>
    public void NotPosted(SendKey key) => unrecorded[key] = new SendOutcome.Refused(RetryAfter: null);

    /// <summary>Judges work that was claimed before and whose claim has ended.</summary>
    /// <returns>False when it may be claimed anew; true when it was dealt with.</returns>
    public async Task<bool> TryJudgeAsync(DueWork work, Lead lead, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var move = unrecorded.TryGetValue(work.Key, out var answer)
            ? SendProtocol.After(work, answer, rules.Next(work, lead), now)
            : SendProtocol.Settle(work, now);
        if (move is null)
        {
            return false;
        }

        if (await leads.TryMoveAsync(move, cancellationToken) is MoveOutcome.Committed)
        {
            unrecorded.TryRemove(work.Key, out _);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Information, "{Work}: {Outcome}.")]
    private partial void LogAnswered(SendKey work, string outcome);

    [LoggerMessage(LogLevel.Warning, "{Work} was posted and not answered ({Reason}); it is judged when its claim ends.")]
    private partial void LogUnanswered(SendKey work, string reason);

    [LoggerMessage(LogLevel.Error, "{Work} was answered and storage is away; it is recorded when its claim ends.")]
    private partial void LogNotRecorded(Exception exception, SendKey work);
}

using System.Diagnostics;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Takes some due work of one shard as far as it goes now. Several may try the same work at once: one succeeds, the others notice.
/// </summary>
public sealed partial class DueWorkHandler(
    WorkReading reading,
    TrackRules rules,
    MailPosting posting,
    SendJudge judge,
    GatheredMoves moves,
    ILogger<DueWorkHandler> logger)
{
    /// <summary>Never throws for a reason that lies in the work or in storage: the next drain finds it again.</summary>
    /// <param name="some">Of one shard. What is read and claimed for them is read and claimed together.</param>
    /// <param name="cancellationToken">Ends what is not yet posted.</param>
    /// <returns>How far each came.</returns>
    public async Task<IReadOnlyList<WorkOutcome>> HandleAsync(IReadOnlyList<DueWork> some, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await reading.ReadAsync(some, cancellationToken);
            var steps = await Task.WhenAll(some.Select(work => PrepareAsync(work, facts, cancellationToken)));
            var posted = await posting.PostAsync([.. steps.Select(step => step.Mail).OfType<PreparedMail>()], cancellationToken);
            return [.. steps.Where(step => step.Mail is null).Select(step => step.Outcome), .. posted];
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogShardAway(exception, some[0].Shard);
            return [.. some.Select(_ => WorkOutcome.StoreAway)];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return some.Count > 1 ? await EachAloneAsync(some, cancellationToken) : [await FailAsync(exception, some[0], cancellationToken)];
        }
    }

    // One bad row must not stop the others.
    private async Task<IReadOnlyList<WorkOutcome>> EachAloneAsync(IReadOnlyList<DueWork> some, CancellationToken cancellationToken)
    {
        var outcomes = new List<WorkOutcome>();
        foreach (var work in some)
        {
            outcomes.AddRange(await HandleAsync([work], cancellationToken));
        }

        return outcomes;
    }

    private async Task<Step> PrepareAsync(DueWork work, WorkFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            if (facts.LeadOf(work) is not { } lead)
            {
                // Erased meanwhile.
                return await MoveAsync(new(work));
            }

            if (work.State != DueState.Due && await judge.TryJudgeAsync(work, lead, cancellationToken))
            {
                return new(WorkOutcome.Moved);
            }

            return await rules.DecideAsync(work, lead, facts.ContactOf(work), cancellationToken) switch
            {
                Decision.Send send => new(WorkOutcome.Unchanged, await posting.PrepareAsync(work, send)),
                Decision.Pass pass => await MoveAsync(pass.Move),
                _ => throw new UnreachableException(),
            };
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStoreAway(exception, work.Key);
            return new(WorkOutcome.StoreAway);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(await FailAsync(exception, work, cancellationToken));
        }
    }

    private async Task<Step> MoveAsync(Move move)
    {
        if (await moves.TryMoveAsync(move) is not MoveOutcome.Committed)
        {
            return new(WorkOutcome.Unchanged);
        }

        if (move.DeadLetter is { } reason)
        {
            LogGivenUp(move.From.Key, reason);
        }

        return new(WorkOutcome.Moved);
    }

    // Only work that certainly was not posted is put aside like this; the rest is for the judgement of its claim. After a few failures staff
    // see it.
    private async Task<WorkOutcome> FailAsync(Exception failure, DueWork work, CancellationToken cancellationToken)
    {
        LogFailed(failure, work.Key);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await moves.TryMoveAsync(rules.Failed(work));
            return WorkOutcome.Unchanged;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStoreAway(exception, work.Key);
            return WorkOutcome.StoreAway;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage was away while {Work} was under way; it comes up again.")]
    private partial void LogStoreAway(Exception exception, SendKey work);

    [LoggerMessage(LogLevel.Warning, "Storage was away for shard {Shard}; its work comes up again.")]
    private partial void LogShardAway(Exception exception, Shard shard);

    [LoggerMessage(LogLevel.Error, "{Work} failed.")]
    private partial void LogFailed(Exception exception, SendKey work);

    [LoggerMessage(LogLevel.Error, "{Work} is given up: {Reason}")]
    private partial void LogGivenUp(SendKey work, string reason);

    /// <param name="Outcome">How far it came without a mail.</param>
    /// <param name="Mail">The mail to post; null when there is none.</param>
    private sealed record Step(WorkOutcome Outcome, PreparedMail? Mail = null);
}

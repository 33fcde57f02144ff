using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Reminders;

/// <summary>Claims the promises of a shard whose clock has come to its next point: of two runs that overlap, one gets each.</summary>
public sealed partial class PromiseClaims(ILeadStore leads, ILeadBatches batches, PromiseRules rules, TimeProvider clock, ILogger<PromiseClaims> logger)
{
    // What is behind it is read by the next run.
    private const int MostOfAShard = 100;

    /// <returns>What is to be told, claimed. Nothing when the shard is away: it is found again.</returns>
    public async Task<IReadOnlyList<Reminder>> ClaimAsync(Shard shard, CancellationToken cancellationToken)
    {
        try
        {
            var due = await leads.PromisesAsync(shard, clock.GetUtcNow(), MostOfAShard, cancellationToken).ToListAsync(cancellationToken);
            return due.Count == 0 ? [] : await ClaimAsync(shard, due, cancellationToken);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogShardAway(exception, shard);
            return [];
        }
    }

    /// <summary>Records what became of reminders; what cannot be recorded is told once more.</summary>
    public async Task MoveAsync(Shard shard, IReadOnlyList<Move> moves)
    {
        foreach (var outcome in await batches.TryMoveAsync(shard, moves, CancellationToken.None))
        {
            if (outcome is MoveOutcome.Unanswered { Cause: var cause })
            {
                LogShardAway(cause, shard);
                return;
            }
        }
    }

    private async Task<IReadOnlyList<Reminder>> ClaimAsync(Shard shard, List<DueWork> due, CancellationToken cancellationToken)
    {
        if (await TryFindAsync(shard, due, cancellationToken) is not { } found)
        {
            return await EachAloneAsync(shard, due, cancellationToken);
        }

        var wanted = new List<(Move Move, Reminder? Reminder)>();
        foreach (var work in due)
        {
            var now = clock.GetUtcNow();
            var lead = found.GetValueOrDefault(work.Lead);
            wanted.Add(rules.Decide(work, lead, now, out var move) is { } members
                ? (new(work) { Next = PromiseRules.Claimed(work, now) }, new(work, lead!, members))
                : (move!, null));
        }

        // Not cancelled half-way: what is claimed is told.
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = await batches.TryMoveAsync(shard, wanted.ConvertAll(each => each.Move), CancellationToken.None);
        return [.. wanted.Zip(outcomes)
            .Select(each => each is { First.Reminder: { } reminder, Second: MoveOutcome.Committed { Next: { } claimed } } ? reminder with { Work = claimed } : null)
            .OfType<Reminder>()];
    }

    /// <returns>Null when one of the leads cannot be read.</returns>
    private async Task<IReadOnlyDictionary<LeadHandle, Lead>?> TryFindAsync(Shard shard, List<DueWork> due, CancellationToken cancellationToken)
    {
        try
        {
            return await batches.FindAsync(shard, [.. due.Select(work => work.Lead)], cancellationToken);
        }
        catch (Exception exception) when (exception is not (LeadStoreUnavailableException or OperationCanceledException))
        {
            LogUnreadable(exception, shard, due.Count);
            return null;
        }
    }

    // One lead that cannot be read must not keep staff from hearing of the others. Its clock stays where it is.
    private async Task<IReadOnlyList<Reminder>> EachAloneAsync(Shard shard, List<DueWork> due, CancellationToken cancellationToken)
    {
        var reminders = new List<Reminder>();
        foreach (var work in due.Count > 1 ? due : [])
        {
            reminders.AddRange(await ClaimAsync(shard, [work], cancellationToken));
        }

        return reminders;
    }

    [LoggerMessage(LogLevel.Error, "Of {Count} promises of shard {Shard} the lead of one cannot be read; it is left where it is.")]
    private partial void LogUnreadable(Exception exception, Shard shard, int count);

    [LoggerMessage(LogLevel.Error, "The promises of shard {Shard} could not be read or written; they are found again.")]
    private partial void LogShardAway(Exception exception, Shard shard);
}

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
        var found = await batches.FindAsync(shard, [.. due.Select(work => work.Lead)], cancellationToken);
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

    [LoggerMessage(LogLevel.Error, "The promises of shard {Shard} could not be read or written; they are found again.")]
    private partial void LogShardAway(Exception exception, Shard shard);
}

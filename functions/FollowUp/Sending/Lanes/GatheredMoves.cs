using System.Collections.Concurrent;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Commits moves as they come, those of one shard together: the first goes at once, and what comes while it is under way goes with the next
/// transaction. So nothing waits for company, and what is busy finds it.
/// </summary>
public sealed class GatheredMoves(ILeadBatches batches)
{
    private readonly ConcurrentDictionary<Shard, Gathering> shards = new();

    /// <summary>As <see cref="ILeadStore.TryMoveAsync"/>, and never cancelled.</summary>
    /// <exception cref="LeadStoreUnavailableException">Storage is away: it may have been committed or not.</exception>
    public Task<MoveOutcome> TryMoveAsync(Move move) => shards.GetOrAdd(move.From.Shard, shard => new(batches, shard)).CommitAsync(move);

    private sealed class Gathering(ILeadBatches batches, Shard shard)
    {
        private readonly Lock gate = new();
        private readonly Queue<Waiting> waiting = new();
        private bool isCommitting;

        public Task<MoveOutcome> CommitAsync(Move move)
        {
            var own = new Waiting(move, new(TaskCreationOptions.RunContinuationsAsynchronously));
            lock (gate)
            {
                waiting.Enqueue(own);
                if (isCommitting)
                {
                    return own.Outcome.Task;
                }

                isCommitting = true;
            }

            // Every ending of it is told to those who wait.
            _ = CommitAllAsync();
            return own.Outcome.Task;
        }

        private async Task CommitAllAsync()
        {
            while (Next() is { Count: > 0 } some)
            {
                await CommitAsync(some);
            }
        }

        private List<Waiting> Next()
        {
            lock (gate)
            {
                var some = new List<Waiting>();
                while (some.Count < SendPace.MostTogether && waiting.TryDequeue(out var next))
                {
                    some.Add(next);
                }

                isCommitting = some.Count > 0;
                return some;
            }
        }

        private async Task CommitAsync(List<Waiting> some)
        {
            try
            {
                var outcomes = await batches.TryMoveAsync(shard, some.ConvertAll(each => each.Move), CancellationToken.None);
                foreach (var (each, outcome) in some.Zip(outcomes))
                {
                    each.End(outcome);
                }
            }
            catch (Exception) when (some.Count > 1)
            {
                // One that cannot be written must not take the others along.
                foreach (var each in some)
                {
                    await CommitAsync([each]);
                }
            }
            catch (Exception exception)
            {
                some[0].Outcome.TrySetException(exception);
            }
        }

        private sealed record Waiting(Move Move, TaskCompletionSource<MoveOutcome> Outcome)
        {
            public void End(MoveOutcome outcome)
            {
                if (outcome is MoveOutcome.Unanswered unanswered)
                {
                    Outcome.TrySetException(unanswered.Cause);
                    return;
                }

                Outcome.TrySetResult(outcome);
            }
        }
    }
}

using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Keeps the lanes of one drain in step: what goes before is begun and done in all shards before what comes after it is begun in any. A shard
/// that keeps the others waiting for longer than two seconds is not waited for any more.
/// </summary>
internal sealed class LaneOrder(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Precedence?[] reached = new Precedence?[Shard.Count];
    private readonly TaskCompletionSource[] all =
        [.. Enum.GetValues<Precedence>().Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    /// <summary>The lane is done with all that goes before; returns when the others are.</summary>
    public async Task ReachAsync(Shard lane, Precedence precedence, CancellationToken cancellationToken)
    {
        Reach(lane, precedence);
        try
        {
            await all[(int)precedence].Task.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            LeaveBehind(precedence);
        }
    }

    /// <summary>The lane has ended, or will not begin: nobody waits for it.</summary>
    public void Leave(Shard lane) => Reach(lane, Precedence.Visitor);

    private void Reach(Shard lane, Precedence precedence)
    {
        lock (gate)
        {
            if (reached[lane.Number] is { } before && before >= precedence)
            {
                return;
            }

            reached[lane.Number] = precedence;
            foreach (var step in Enum.GetValues<Precedence>().Where(step => reached.All(by => by >= step)))
            {
                all[(int)step].TrySetResult();
            }
        }
    }

    private void LeaveBehind(Precedence precedence)
    {
        lock (gate)
        {
            foreach (var lane in Shard.All.Where(lane => !(reached[lane.Number] >= precedence)))
            {
                Reach(lane, Precedence.Visitor);
            }
        }
    }
}

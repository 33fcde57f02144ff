using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Drains one shard. What a shard's storage does, or does not do, is felt in its own lane.</summary>
public sealed partial class Lane(ILeadStore leads, DueWorkHandler handler, SendPace pace, TimeProvider clock, ILogger<Lane> logger)
{
    /// <summary>Groups of work that a lane has begun and not ended: while one waits for the provider, the next is read.</summary>
    public const int MostUnderWay = 2;

    // So much is kept in mind; what is behind it is read when this is done.
    private const int MostRead = 250;

    /// <returns>How many pieces of work went on.</returns>
    internal async Task<int> DrainAsync(Shard shard, LaneOrder order, CancellationToken budget)
    {
        var total = new Tally();
        try
        {
            bool goOn;
            do
            {
                var due = await CollectAsync(shard, budget);
                var before = total.Moved;
                await DrainAsync(shard, due, order, total, budget);

                // An alert has gone to one of the staff: the next does not wait for the next minute.
                var goesOn = total.TakeGoesOn();
                goOn = total.Moved > before
                    && (due.Count == MostRead || goesOn)
                    && !total.IsStoreAway
                    && !budget.IsCancellationRequested;
            }
            while (goOn);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            // What was posted is recorded; the rest is still due.
        }
        finally
        {
            order.Leave(shard);
        }

        return total.Moved;
    }

    private async Task DrainAsync(Shard shard, List<DueWork> due, LaneOrder order, Tally total, CancellationToken budget)
    {
        var byPrecedence = due.ToLookup(PrecedenceRules.Of);
        foreach (var precedence in Enum.GetValues<Precedence>())
        {
            // All of the staff before the first of the visitors: they come when no alert goes on any more.
            if (precedence == Precedence.Visitor && total.GoesOn)
            {
                return;
            }

            await order.ReachAsync(shard, precedence, budget);
            foreach (var inTurn in InTurn(byPrecedence[precedence]))
            {
                await EachAsync(inTurn, total, budget);
            }
        }
    }

    // One person's mails one after the other: their claims would only undo each other.
    private static IEnumerable<DueWork[]> InTurn(IEnumerable<DueWork> alike) => alike
        .OrderBy(work => work.Key.Step)
        .ThenBy(work => work.DueAt)
        .GroupBy(work => work.Key.Track == Track.Alert ? (object)work.Key : work.Contact)
        .SelectMany(person => person.Select((work, turn) => (work, turn)))
        .GroupBy(each => each.turn, each => each.work)
        .OrderBy(turn => turn.Key)
        .Select(turn => turn.ToArray());

    private async Task EachAsync(DueWork[] inTurn, Tally total, CancellationToken budget)
    {
        var groups = new List<Task>();
        pace.LaneBegins();
        try
        {
            for (var next = 0; next < inTurn.Length && !total.IsStoreAway;)
            {
                await FewerThanMostAsync(groups);
                budget.ThrowIfCancellationRequested();
                var some = inTurn.AsSpan(next, Math.Min(pace.Together, inTurn.Length - next)).ToArray();
                next += some.Length;
                groups.Add(HandleAsync(some, total, budget));
            }
        }
        finally
        {
            pace.LaneEnds();
            await Task.WhenAll(groups);
        }
    }

    private static async Task FewerThanMostAsync(List<Task> groups)
    {
        var underWay = groups.FindAll(group => !group.IsCompleted);
        if (underWay.Count >= MostUnderWay)
        {
            await Task.WhenAny(underWay);
        }
    }

    private async Task HandleAsync(DueWork[] some, Tally total, CancellationToken budget) =>
        total.Add(await handler.HandleAsync(some, budget));

    private async Task<List<DueWork>> CollectAsync(Shard shard, CancellationToken cancellationToken)
    {
        var due = new List<DueWork>();
        try
        {
            await foreach (var work in leads.DueAsync(shard, clock.GetUtcNow(), MostRead, cancellationToken))
            {
                due.Add(work);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogShardAway(exception, shard);
        }

        return due;
    }

    [LoggerMessage(LogLevel.Error, "The due work of shard {Shard} could not be read.")]
    private partial void LogShardAway(Exception exception, Shard shard);

    private sealed class Tally
    {
        private int moved;

        public int Moved => moved;

        /// <summary>The rest of the shard would only wait as long; it is still due.</summary>
        public bool IsStoreAway { get; private set; }

        /// <summary>Some of what went on is due again already.</summary>
        public bool GoesOn { get; private set; }

        /// <summary>Asks for <see cref="GoesOn"/>, and begins anew.</summary>
        public bool TakeGoesOn()
        {
            var goesOn = GoesOn;
            GoesOn = false;
            return goesOn;
        }

        public void Add(IReadOnlyList<WorkOutcome> outcomes)
        {
            Interlocked.Add(ref moved, outcomes.Count(outcome => outcome is WorkOutcome.Moved or WorkOutcome.GoesOn));
            GoesOn |= outcomes.Contains(WorkOutcome.GoesOn);
            IsStoreAway |= outcomes.Contains(WorkOutcome.StoreAway);
        }
    }
}

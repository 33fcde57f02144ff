using System.Collections.Concurrent;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Does what is due, and nothing else: a tick has no meaning of its own, so two may overlap and any may be missed. It stops taking on
/// work after 45 seconds; the next goes on from there.
/// </summary>
public sealed partial class DrainHandler(
    ILeadStore leads,
    DueWorkHandler handler,
    IOptions<FollowUpOptions> options,
    TimeProvider clock,
    ILogger<DrainHandler> logger)
{
    private const int MostOfAShard = 250;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <returns>How many pieces of work went on.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        var total = 0;
        bool goOn;
        do
        {
            var due = await CollectAsync(budget.Token);
            var moved = await TellStaffAsync(due, budget.Token) + await WriteToVisitorsAsync(due, budget.Token);
            total += moved;
            goOn = moved > 0 && IsMoreWaiting(due) && !budget.IsCancellationRequested;
        }
        while (goOn);

        if (total > 0)
        {
            LogDrained(total);
        }

        return total;
    }

    // Danger first. Then, somebody who waits for a call waits by the phone: calls first, and staff before visitors.
    private Task<int> TellStaffAsync(IEnumerable<DueWork> due, CancellationToken budget) => EachAsync(
        due.Where(work => work.Key.Track == Track.Alert)
            .OrderByDescending(work => work.IsUrgent)
            .ThenByDescending(work => work.Kind == LeadKind.Call)
            .ThenBy(work => work.DueAt)
            .Select(work => new[] { work }),
        budget);

    // One person's mails one after the other: their claims would only undo each other.
    private Task<int> WriteToVisitorsAsync(IEnumerable<DueWork> due, CancellationToken budget) => EachAsync(
        due.Where(work => work.Key.Track == Track.Visitor)
            .OrderBy(work => work.Key.Step)
            .ThenBy(work => work.DueAt)
            .GroupBy(work => work.Contact)
            .Select(person => person.ToArray()),
        budget);

    private async Task<int> EachAsync(IEnumerable<DueWork[]> inTurn, CancellationToken budget)
    {
        var moved = 0;
        var away = new ConcurrentDictionary<Shard, bool>();
        try
        {
            await Parallel.ForEachAsync(
                inTurn,
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.MailsAtOnce, CancellationToken = budget },
                async (person, token) =>
                {
                    foreach (var work in person.Where(work => !away.ContainsKey(work.Shard)))
                    {
                        switch (await handler.HandleAsync(work, token))
                        {
                            case WorkOutcome.Moved:
                                Interlocked.Increment(ref moved);
                                break;
                            case WorkOutcome.StoreAway:
                                // The rest of this shard would only wait in the way of the others; it is still due.
                                away[work.Shard] = true;
                                break;
                        }
                    }
                });
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            // What was posted is recorded; the rest is still due.
        }

        return moved;
    }

    private async Task<IReadOnlyList<DueWork>> CollectAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var shards = await Task.WhenAll(Shard.All.Select(shard => CollectAsync(shard, now, cancellationToken)));
        return [.. shards.SelectMany(work => work)];
    }

    // A shard that does not answer must not keep the others waiting.
    private async Task<List<DueWork>> CollectAsync(Shard shard, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = new List<DueWork>();
        try
        {
            await foreach (var work in leads.DueAsync(shard, now, MostOfAShard, cancellationToken))
            {
                due.Add(work);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogShardAway(exception, shard);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is over; what was read so far can still be begun by the next drain.
        }

        return due;
    }

    private static bool IsMoreWaiting(IReadOnlyList<DueWork> due) => due.CountBy(work => work.Shard).Any(shard => shard.Value == MostOfAShard);

    [LoggerMessage(LogLevel.Information, "Took up {Count} pieces of due work.")]
    private partial void LogDrained(int count);

    [LoggerMessage(LogLevel.Error, "The due work of shard {Shard} could not be read.")]
    private partial void LogShardAway(Exception exception, Shard shard);
}

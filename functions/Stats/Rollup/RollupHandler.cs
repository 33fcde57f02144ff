using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Stats;

/// <summary>
/// Brings the figures up to date. A tick has no meaning of its own: whatever has changed since the last one is found by its marks, counted
/// anew, and put in the place of what was there. Two may overlap, any may be missed or cut short; it stops taking on work after 45 seconds,
/// and the next goes on from there.
/// </summary>
public sealed partial class RollupHandler(
    IOutbox outbox,
    IDayCounts days,
    ILeadCounts counts,
    LeadCounting counting,
    DaySumming summing,
    TimeProvider clock,
    ILogger<RollupHandler> logger)
{
    /// <summary>A capture is stored at most 10 seconds after its time, by clocks that differ by at most five minutes.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private const int LeadsAtOnce = 8;
    private const int LeadsBetweenNotes = 200;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <returns>Whether all that had changed is in the figures; false when time was up, and the next goes on.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        try
        {
            await CountCapturesAsync(budget.Token);
            await CountNotesAsync(budget.Token);
            await CountEvidenceAsync(budget.Token);
            LogSummed(await summing.HandleAsync(budget.Token));
            return true;
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTimeIsUp();
            return false;
        }
    }

    private async Task CountCapturesAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        var from = await days.CountedUntilAsync(cancellationToken) is { } until ? until - Overlap : DateTimeOffset.UnixEpoch;
        var captured = new List<LeadHandle>();
        foreach (var shard in Shard.All)
        {
            captured.AddRange(await outbox.CapturedAsync(shard, from, cancellationToken).ToListAsync(cancellationToken));
        }

        // The oldest first, so that what is done can be remembered on the way.
        foreach (var some in captured.OrderBy(lead => lead.CapturedAt).Chunk(LeadsBetweenNotes))
        {
            await EachAsync(some, counting.CapturedAsync, cancellationToken);
            await days.SetCountedUntilAsync(some[^1].CapturedAt < begun ? some[^1].CapturedAt : begun, cancellationToken);
        }

        await days.SetCountedUntilAsync(begun, cancellationToken);
    }

    private async Task CountNotesAsync(CancellationToken cancellationToken)
    {
        foreach (var shard in Shard.All)
        {
            var notes = await outbox.WaitingAsync(shard, cancellationToken).ToListAsync(cancellationToken);

            // What is told of a person is about the same leads as what is told of each lead: one after the other, or they stand in each other's way.
            foreach (var some in notes.ToLookup(note => note.Contact is null))
            {
                await EachAsync(
                    some.GroupBy(note => (note.Lead?.Id, note.Contact)).Select(group => group.ToList()),
                    counting.NotedAsync,
                    cancellationToken);
            }
        }
    }

    private async Task CountEvidenceAsync(CancellationToken cancellationToken)
    {
        foreach (var hour in await counts.HoursWithNewEvidenceAsync(cancellationToken).ToListAsync(cancellationToken))
        {
            await counting.WithEvidenceAsync(hour, LeadsAtOnce, cancellationToken);
        }
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> count, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        all,
        new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken },
        async (one, token) => await count(one, token));

    [LoggerMessage(LogLevel.Information, "The figures are up to date; those of {Count} dates are others than before.")]
    private partial void LogSummed(int count);

    [LoggerMessage(LogLevel.Warning, "Time was up before all that changed was counted; the next run goes on.")]
    private partial void LogTimeIsUp();
}

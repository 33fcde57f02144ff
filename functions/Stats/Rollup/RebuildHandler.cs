using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Stats;

/// <summary>How far a rebuild came.</summary>
/// <param name="Leads">How many leads were counted anew.</param>
/// <param name="Days">How many dates were summed up anew.</param>
/// <param name="Different">Of how many of them the figures were others than those that stood there. Apart from what came in meanwhile: none.</param>
/// <param name="Next">Where to go on, when time was up; null when all is done.</param>
public sealed record RebuildAnswer(int Leads, int Days, int Different, string? Next);

/// <summary>
/// Works out all figures anew, from facts and evidence, and says whether any differed: they must not. What has come since the last rollup is
/// counted first. It stops taking on work after 45 seconds and says where to go on.
/// </summary>
public sealed partial class RebuildHandler(
    RollupHandler rollup,
    IOutbox outbox,
    ILeadCounts counts,
    IDayCounts days,
    LeadCounting counting,
    DaySumming summing,
    LocalDays calendar,
    TimeProvider clock,
    ILogger<RebuildHandler> logger)
{
    private const int LeadsAtOnce = 8;
    private const int LeadsBetweenLooks = 64;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <param name="cursor">From <see cref="RebuildAnswer.Next"/>; null to begin.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Null when the cursor is none.</returns>
    public async Task<RebuildAnswer?> HandleAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (RebuildCursor.Parse(cursor) is not { } at)
        {
            return null;
        }

        var begun = clock.GetTimestamp();
        bool IsTimeUp() => clock.GetElapsedTime(begun) > Budget;

        if (cursor is null && !await rollup.HandleAsync(cancellationToken))
        {
            // More has come than a rollup can take: that is for the timer.
            return new(0, 0, 0, at.ToString());
        }

        var (leads, different) = (0, 0);
        for (; at.Shard is { } shard; at = at.AfterShard())
        {
            foreach (var some in (await LeadsAsync(shard, at.Lead, cancellationToken)).Chunk(LeadsBetweenLooks))
            {
                if (IsTimeUp())
                {
                    return Answer(leads, 0, different, at);
                }

                different += await CountAsync(some, cancellationToken);
                leads += some.Length;
                at = at with { Lead = some[^1].Id };
            }
        }

        // What the leads changed is summed up as it always is, and counts as different; then every date, whether anything changed or not.
        different += await summing.HandleAsync(cancellationToken);
        var dates = await days.DaysAsync(at.Date, DateOnly.MaxValue, [Dimension.Total], cancellationToken).Select(day => day.Date).ToListAsync(cancellationToken);
        var summed = 0;
        foreach (var date in dates)
        {
            if (IsTimeUp())
            {
                return Answer(leads, summed, different, at with { Date = date });
            }

            different += await days.SumAsync(calendar.Of(date), cancellationToken) ? 1 : 0;
            summed++;
        }

        return Answer(leads, summed, different, next: null);
    }

    private RebuildAnswer Answer(int leads, int summed, int different, RebuildCursor? next)
    {
        LogRebuilt(leads, summed, different);
        return new(leads, summed, different, next?.ToString());
    }

    private async Task<int> CountAsync(IEnumerable<KnownLead> some, CancellationToken cancellationToken)
    {
        var different = 0;
        await Parallel.ForEachAsync(
            some,
            new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken },
            async (lead, token) =>
            {
                var isOther = lead.Handle is { } handle && await counting.CapturedAsync(handle, token);
                if (await counts.RecountAsync(lead.Id, token) || isOther)
                {
                    Interlocked.Increment(ref different);
                }
            });
        return different;
    }

    /// <summary>All leads of a shard after one, by their ids: those that are stored, and those of which only facts are.</summary>
    private async Task<List<KnownLead>> LeadsAsync(Shard shard, LeadId? after, CancellationToken cancellationToken)
    {
        var stored = await outbox.CapturedAsync(shard, DateTimeOffset.UnixEpoch, cancellationToken)
            .Select(handle => new KnownLead(handle.Id, handle))
            .ToListAsync(cancellationToken);
        var counted = await counts.LeadsAsync(shard, after, cancellationToken).Select(lead => new KnownLead(lead, null)).ToListAsync(cancellationToken);
        return [.. stored.Concat(counted)
            .DistinctBy(lead => lead.Id)
            .Where(lead => after is not { } last || lead.Id.Value > last.Value)
            .OrderBy(lead => lead.Id.Value)];
    }

    [LoggerMessage(LogLevel.Information, "Counted {Leads} leads and summed up {Days} dates anew; {Different} differed.")]
    private partial void LogRebuilt(int leads, int days, int different);

    private sealed record KnownLead(LeadId Id, LeadHandle? Handle);
}

using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>Reads what the page for the engineer shows. It is opened seldom, and may cost some requests.</summary>
public sealed class SystemReading(
    HealthReading health, ILeadStore leads, ILeadDesk desk, ILeadSpill spill, RunningVersions versions, SettingCatalogue settings)
{
    /// <summary>Of one shard; what is more is not counted.</summary>
    public const int MostCounted = 500;

    /// <summary>Of all; what is more is not counted.</summary>
    public const int MostGivenUp = 200;

    /// <exception cref="LeadStoreUnavailableException">Storage went away while it was read.</exception>
    public async Task<SystemView> ReadAsync(CancellationToken cancellationToken)
    {
        var facts = await health.ReadAsync(cancellationToken);
        return new()
        {
            Facts = facts,
            Reasons = HealthRules.Of(facts),
            Depths = facts.IsStorageAway ? [] : await DepthsAsync(facts, cancellationToken),
            GivenUp = facts.IsStorageAway ? 0 : (await desk.GivenUpAsync(MostGivenUp, cancellationToken)).Count,
            Spilled = facts.SecondAccount is { IsAway: false } ? await Patience.AskAsync(SpilledAsync, away: null, cancellationToken) : null,
            Timers = [.. TimerCatalogue.All.Select(timer => LineOf(timer, facts))],
            Versions = versions,
            Settings = settings.All,
        };
    }

    private static TimerLine LineOf(KnownTimer timer, HealthFacts facts)
    {
        var run = facts.Upkeep.Runs.GetValueOrDefault(timer.Function);
        return new(timer, run, run is null || facts.Now - run.BegunAt > timer.Quiet);
    }

    private async Task<IReadOnlyList<ShardDepth>> DepthsAsync(HealthFacts facts, CancellationToken cancellationToken)
    {
        var due = Shard.All.Zip(facts.EarliestDue!, (shard, earliest) => (Shard: shard, Earliest: earliest)).Where(each => each.Earliest <= facts.Now);
        var depths = await Task.WhenAll(due.Select(async each => new ShardDepth(
            each.Shard,
            await leads.DueAsync(each.Shard, facts.Now, MostCounted, cancellationToken).CountAsync(cancellationToken),
            facts.Now - each.Earliest!.Value)));
        return [.. depths.OrderByDescending(depth => depth.Oldest)];
    }

    private async Task<int?> SpilledAsync(CancellationToken cancellationToken) => await spill.WaitingAsync(cancellationToken).CountAsync(cancellationToken);
}

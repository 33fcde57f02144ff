using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>Due work of one shard.</summary>
/// <param name="Shard">Which.</param>
/// <param name="Count">How much is due now; more may be than are counted.</param>
/// <param name="Oldest">For how long the oldest of it has been due.</param>
public sealed record ShardDepth(Shard Shard, int Count, TimeSpan Oldest);

/// <summary>A timer and its last run.</summary>
/// <param name="Timer">Which.</param>
/// <param name="Run">Null when it has never run.</param>
/// <param name="IsStill">Whether it should have run since.</param>
public sealed record TimerLine(KnownTimer Timer, TimerRun? Run, bool IsStill);

/// <summary>What the page for the engineer shows.</summary>
public sealed record SystemView
{
    public required HealthFacts Facts { get; init; }

    public required IReadOnlyList<HealthReason> Reasons { get; init; }

    /// <summary>Shards in which something is due, the longest first.</summary>
    public required IReadOnlyList<ShardDepth> Depths { get; init; }

    public required int GivenUp { get; init; }

    /// <summary>Leads that wait in the second account; null where there is none, or it is away.</summary>
    public required int? Spilled { get; init; }

    public required IReadOnlyList<TimerLine> Timers { get; init; }

    public required RunningVersions Versions { get; init; }

    public required IReadOnlyList<ShownSetting> Settings { get; init; }

    public DateTimeOffset Now => Facts.Now;

    /// <summary>When the figures were last brought up to date (UTC); null where they never were.</summary>
    public DateTimeOffset? FiguresAt => Facts.Upkeep.Runs.GetValueOrDefault("StatsRollup")?.SucceededAt;
}

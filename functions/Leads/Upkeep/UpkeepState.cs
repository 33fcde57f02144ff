namespace LeadFunctions.Leads;

/// <summary>What is known of how the app runs.</summary>
/// <param name="Runs">The last run of each timer's function, by its name; those that have not run are missing.</param>
/// <param name="Heard">When each mail provider last told something (UTC), by its name; those that never did are missing.</param>
/// <param name="Scrub">The scrub that is under way, or else the last; null when there was none.</param>
public sealed record UpkeepState(IReadOnlyDictionary<string, TimerRun> Runs, IReadOnlyDictionary<string, DateTimeOffset> Heard, ScrubPass? Scrub)
{
    public static readonly UpkeepState Nothing = new(new Dictionary<string, TimerRun>(), new Dictionary<string, DateTimeOffset>(), null);
}

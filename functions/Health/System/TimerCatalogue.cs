namespace LeadFunctions.Health;

/// <summary>A timer's function, and what of it is as usual.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Does">What it does, in the language that is spoken now.</param>
/// <param name="Quiet">After so long without a run it stands still.</param>
public sealed record KnownTimer(string Function, Func<string> Does, TimeSpan Quiet);

/// <summary>All timers of the app; one that has never run is among them all the same.</summary>
public static class TimerCatalogue
{
    private static readonly TimeSpan OfMinutes = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OfHours = TimeSpan.FromHours(3);
    private static readonly TimeSpan OfDays = TimeSpan.FromHours(26);
    private static readonly TimeSpan OfWeeks = TimeSpan.FromDays(8);

    public static IReadOnlyList<KnownTimer> All { get; } =
    [
        new("Drain", () => SystemText.DoesDrain, OfMinutes),
        new("OverdueAlert", () => SystemText.DoesOverdueAlert, OfMinutes),
        new("PrivacyWork", () => SystemText.DoesPrivacy, OfMinutes),
        new("Spill", () => SystemText.DoesSpill, OfMinutes),
        new("Webhooks", () => SystemText.DoesWebhooks, OfMinutes),
        new("StaffDigest", () => SystemText.DoesDigest, OfHours),
        new("StatsRollup", () => SystemText.DoesRollup, OfHours),
        new("MarketingReport", () => SystemText.DoesReport, OfHours),
        new("Retention", () => SystemText.DoesRetention, OfDays),
        new("Backup", () => SystemText.DoesBackup, OfDays),
        new("Scrub", () => SystemText.DoesScrub, OfWeeks),
    ];
}

using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>What of the facts an engineer should look at. Pure: the same facts give the same reasons, the gravest first.</summary>
public static class HealthRules
{
    /// <summary>The minute timer has then missed ten times: somebody has to look.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromMinutes(10);

    /// <summary>As the alert of the same name has it.</summary>
    public static readonly TimeSpan DrainStopped = TimeSpan.FromMinutes(15);

    /// <summary>A night's copy is missing, and most of the next day has gone by.</summary>
    public static readonly TimeSpan CopyOld = TimeSpan.FromHours(36);

    private static readonly TimeSpan Silent = TimeSpan.FromDays(1);
    private static readonly TimeSpan Prompt = TimeSpan.FromMinutes(30);

    /// <summary>The timer that does what is due.</summary>
    private const string Drain = "Drain";

    public static IReadOnlyList<HealthReason> Of(HealthFacts facts)
    {
        return [.. All().OfType<HealthReason>()];

        IEnumerable<HealthReason?> All()
        {
            yield return facts.IsStorageAway ? new("storage-away", HealthText.StorageAway) : null;
            yield return facts.SecondAccount is { IsAway: true } ? new("second-account-away", HealthText.SecondAccountAway) : null;
            if (!facts.IsStorageAway)
            {
                yield return facts.Late > TooLate ? new("due-late", HealthText.DueLate.With((int)facts.Late.Value.TotalMinutes)) : null;
                yield return Stopped(facts);
                yield return Paused(facts);
                yield return WebhookSilent(facts);
            }

            yield return CopyOf(facts);
        }
    }

    private static HealthReason? Stopped(HealthFacts facts) => facts.Upkeep.Runs.GetValueOrDefault(Drain) is not { } drain ? new("drain-stopped", HealthText.DrainNever)
        : facts.Now - drain.BegunAt > DrainStopped ? new("drain-stopped", HealthText.DrainStopped.With((int)(facts.Now - drain.BegunAt).TotalMinutes))
        : null;

    // What another instance has written down counts as long as it is still at work.
    private static HealthReason? Paused(HealthFacts facts)
    {
        var drain = facts.Upkeep.Runs.GetValueOrDefault(Drain);
        return (facts.Pause ?? (drain is not null && facts.Now - drain.BegunAt <= DrainStopped ? drain.Pause : null)) switch
        {
            SendingPause.Refusal => new("provider-refuses", HealthText.ProviderRefuses),
            SendingPause.Silence => new("provider-silent", HealthText.ProviderSilent),
            _ => null,
        };
    }

    /// <summary>Mails were taken in the last day, and nothing was told of any since: of the last one within half an hour, or of none in a day.</summary>
    private static HealthReason? WebhookSilent(HealthFacts facts)
    {
        if (!facts.IsTold || facts.Upkeep.Runs.GetValueOrDefault(Drain)?.AcceptedAt is not { } accepted || facts.Now - accepted > Silent)
        {
            return null;
        }

        DateTimeOffset? heard = facts.Upkeep.Heard.Count == 0 ? null : facts.Upkeep.Heard.Values.Max();
        return (heard is null || heard < accepted) && (facts.Now - accepted > Prompt || (heard is { } last && facts.Now - last > Silent))
            ? new("webhook-silent", HealthText.WebhookSilent)
            : null;
    }

    private static HealthReason? CopyOf(HealthFacts facts) => facts.SecondAccount switch
    {
        null or { IsAway: true } => null,
        { LastCopyAt: null } => new("copy-old", HealthText.CopyNever),
        { LastCopyAt: { } at } when facts.Now - at > CopyOld => new("copy-old", HealthText.CopyOld.With((int)(facts.Now - at).TotalHours)),
        _ => null,
    };
}

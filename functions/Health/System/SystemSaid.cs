using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>How the page says times, counts and outcomes.</summary>
internal static class SystemSaid
{
    private static readonly TimeSpan Instant = TimeSpan.FromSeconds(10);

    /// <summary>A length of time, as roughly as it is of use.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalDays: >= 3 } => SystemText.Days.With((int)time.TotalDays),
        { TotalHours: >= 3 } => SystemText.Hours.With((int)time.TotalHours),
        { TotalMinutes: >= 2 } => SystemText.Minutes.With((int)time.TotalMinutes),
        _ when time >= Instant => SystemText.Seconds.With((int)time.TotalSeconds),
        _ => SystemText.Tenths.With(time.TotalSeconds),
    };

    /// <summary>An instant on the clinic's clock, or that there was none.</summary>
    public static string At(DateTimeOffset? at, DateTimeOffset now, ClinicTime clinic) => at is { } instant ? clinic.At(instant, now) : SystemText.Never;

    /// <summary>A count that ends somewhere.</summary>
    public static string Count(int count, int most) => count < most ? count.ToString(Language.Current.Culture) : SystemText.OrMore.With(most);

    public static string Pause(SendingPause? pause) => pause switch
    {
        SendingPause.Refusal => SystemText.SendingRefused,
        SendingPause.Silence => SystemText.SendingSilent,
        _ => SystemText.SendingOn,
    };

    public static string Scrub(ScrubPass? pass, DateTimeOffset now, ClinicTime clinic) => pass switch
    {
        null => SystemText.Never,
        { FinishedAt: { } finished } => SystemText.ScrubDone.With(clinic.At(finished, now), pass.Leads, pass.Mended, pass.Dropped, pass.Left),
        _ => SystemText.ScrubOpen.With(pass.Leads, pass.Next, pass.Mended, pass.Dropped, pass.Left),
    };
}

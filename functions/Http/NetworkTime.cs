namespace LeadFunctions.Http;

/// <summary>
/// Measures how long others may keep us waiting. Real time, also where the app's own clock is moved: that must not cut anybody short.
/// </summary>
/// <param name="Provider">Measures the time.</param>
public sealed record NetworkTime(TimeProvider Provider)
{
    public static NetworkTime Real { get; } = new(TimeProvider.System);
}

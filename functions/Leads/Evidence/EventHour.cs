namespace LeadFunctions.Leads;

/// <summary>An hour in which something happened.</summary>
/// <param name="Start">Its first instant (UTC).</param>
/// <param name="Version">Changes whenever an event of this hour is kept, however late: what was worked out of the hour before is out of date.</param>
public readonly record struct EventHour(DateTimeOffset Start, string Version)
{
    /// <summary>The hour that an instant is in.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}

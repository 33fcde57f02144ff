namespace LeadFunctions.Local.Clock;

/// <summary>Moments that a clock which is moved must not pass over.</summary>
internal interface IClockStops
{
    /// <returns>The next moment (UTC); one that has passed when something is overdue; null when there is none.</returns>
    Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken);
}

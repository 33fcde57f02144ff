namespace LeadFunctions.Leads;

/// <summary>
/// The figures of each date on the clinic's calendar: sums of what the leads add, one row a date, whatever the number of leads. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IDayCounts
{
    /// <summary>Hours in which what leads add has changed, and whose dates have not been summed up since.</summary>
    IAsyncEnumerable<HourMark> ChangedHoursAsync(CancellationToken cancellationToken);

    /// <summary>The dates of an hour have been summed up. An hour that was marked again stays marked. Idempotent.</summary>
    Task SummedAsync(HourMark hour, CancellationToken cancellationToken);

    /// <summary>Sums up a date anew; the sums take the place of those before.</summary>
    /// <returns>Whether anything was different.</returns>
    Task<bool> SumAsync(LocalDay day, CancellationToken cancellationToken);

    /// <summary>The dates that have figures, from one to another, both included, in order; only the dimensions that are asked for.</summary>
    IAsyncEnumerable<DayTally> DaysAsync(DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, CancellationToken cancellationToken);

    /// <summary>
    /// The same, told to <paramref name="receiver"/> as they are read, without a key or a number kept on the way: in the order of the dates, and
    /// by one call at a time.
    /// </summary>
    Task TellAsync(DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, ICountsReceiver receiver, CancellationToken cancellationToken);

    /// <summary>All leads captured before this time (UTC) have been counted; null when none has.</summary>
    Task<DateTimeOffset?> CountedUntilAsync(CancellationToken cancellationToken);

    /// <summary>Remembers how far leads have been counted. Two that count at the same time may set it back: that only counts again.</summary>
    Task SetCountedUntilAsync(DateTimeOffset until, CancellationToken cancellationToken);
}

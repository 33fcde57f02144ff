namespace LeadFunctions.Leads;

/// <summary>
/// What all instances together know of how the app runs: figures and times, never a person. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IUpkeepLog
{
    /// <summary>Keeps a run as the last of its function, whichever was before. One write.</summary>
    Task RanAsync(TimerRun run, CancellationToken cancellationToken);

    /// <summary>Keeps that a mail provider told something that was found to be genuine. One write.</summary>
    /// <param name="provider">One of the names that <c>Email__Provider</c> may have.</param>
    /// <param name="at">UTC.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task HeardAsync(string provider, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Keeps how far a scrub has come, in place of what was there. One write.</summary>
    Task ScrubbedAsync(ScrubPass pass, CancellationToken cancellationToken);

    /// <summary>All of it, with one query.</summary>
    Task<UpkeepState> ReadAsync(CancellationToken cancellationToken);
}

namespace LeadFunctions.Leads;

/// <summary>
/// Copies of every row, sealed, in another account, one for each day. Methods throw <see cref="LeadStoreUnavailableException"/> when either account
/// cannot be reached or does not answer in time.
/// </summary>
public interface IBackups
{
    /// <summary>Whether there is another account.</summary>
    bool IsSetUp { get; }

    /// <summary>The parts of a day's copy that are not there yet, in no particular order; the copy is begun if it was not.</summary>
    Task<IReadOnlyList<BackupPart>> UnfinishedAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Goes on with one part until it is there or <paramref name="cancellationToken"/> asks to stop: what is copied by then counts.</summary>
    /// <returns>Whether the part is there.</returns>
    Task<bool> CopyAsync(DateOnly day, BackupPart part, CancellationToken cancellationToken);

    /// <summary>The copies, the newest first.</summary>
    Task<IReadOnlyList<StoredBackup>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Removes the copy of a day for good.</summary>
    Task RemoveAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Writes every row of a copy back where it came from. Nothing may be there, unless an earlier try was cut short.</summary>
    /// <param name="day">Which copy; all of its parts must be there.</param>
    /// <param name="isAgain">Go on although there are rows already: of an earlier try.</param>
    /// <param name="cancellationToken">Stops it; the next try begins anew.</param>
    /// <exception cref="BackupException">There is no such copy, it is not complete, or there are rows already.</exception>
    Task<long> RestoreAsync(DateOnly day, bool isAgain, CancellationToken cancellationToken);
}

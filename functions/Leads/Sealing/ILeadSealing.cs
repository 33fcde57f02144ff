namespace LeadFunctions.Leads;

/// <summary>
/// Who leads are and what they wrote is sealed in storage, each row under the key of the month in which it was written, and these keys under the first
/// key of the settings. Methods throw <see cref="LeadStoreUnavailableException"/> when storage is away, or a key in it does not open.
/// </summary>
public interface ILeadSealing
{
    /// <summary>Whether there is a key in the settings. Without one nothing is sealed, and the other methods find nothing to do.</summary>
    bool IsOn { get; }

    /// <summary>Makes ready the keys of this month and the next (UTC), so that a capture need not wait for them; asks storage only for those that it lacks.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Deletes, for good, the keys of past months that no row needs any more: whatever is left of these rows elsewhere opens never again.</summary>
    /// <returns>How many.</returns>
    Task<int> ShredAsync(CancellationToken cancellationToken);

    /// <summary>Wraps the keys of all months under the first key of the settings, those that are not yet.</summary>
    Task<WrappedKeys> WrapAsync(CancellationToken cancellationToken);

    /// <summary>Seals the rows of a shard that were written before there was a key; may be cut short and begun again.</summary>
    Task<SealedRows> SealAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>What the keys behind the first are still needed for.</summary>
    Task<OlderKeyUses> OlderKeysAsync(CancellationToken cancellationToken);
}

/// <param name="All">How many keys of months there are.</param>
/// <param name="Wrapped">How many of them were under another key than the first, and are not any more.</param>
public sealed record WrappedKeys(int All, int Wrapped);

/// <param name="Sealed">How many rows are sealed that were not before.</param>
/// <param name="IsAll">Whether none is left.</param>
public sealed record SealedRows(int Sealed, bool IsAll);

/// <param name="Months">Keys of months that are wrapped under an older key.</param>
/// <param name="Waiting">Leads in the second account that wait to be stored.</param>
/// <param name="Copies">Days of copies that begin under an older key.</param>
public sealed record OlderKeyUses(int Months, int Waiting, IReadOnlyList<DateOnly> Copies)
{
    public bool Any => Months > 0 || Waiting > 0 || Copies.Count > 0;
}

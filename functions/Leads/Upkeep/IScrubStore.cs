namespace LeadFunctions.Leads;

/// <summary>
/// Reads leads row by row and puts single rows right, while everybody else works on them. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IScrubStore
{
    /// <summary>
    /// What the rows of a shard say of each lead that any of them names. They are read one kind after the other, and nothing stands still meanwhile:
    /// what seems wrong is to be read again. All of a shard is in memory then.
    /// </summary>
    Task<ShardBooks> ReadAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>
    /// Reads one lead again so that work that is moved meanwhile is not overlooked: what has no work in this book had none when it was read, or the
    /// repair fails.
    /// </summary>
    Task<LeadBook> ReadAgainAsync(LeadBook book, CancellationToken cancellationToken);

    /// <summary>Puts one thing right, in one transaction but for <see cref="ScrubRepair.RemoveAll"/>, which begins with what nobody looks for.</summary>
    /// <param name="book">As it was read again.</param>
    /// <param name="repair">What to do.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    /// <returns>False when somebody else has changed something of it first: then nothing is changed.</returns>
    Task<bool> TryRepairAsync(LeadBook book, ScrubRepair repair, CancellationToken cancellationToken);
}

/// <summary>What the rows of a shard say.</summary>
/// <param name="Books">One for each lead that any row names.</param>
/// <param name="Unreadable">Leads of which a row cannot be read, as when a newer version has written it: they are left alone.</param>
public sealed record ShardBooks(IReadOnlyList<LeadBook> Books, IReadOnlyList<LeadId> Unreadable);

namespace LeadFunctions.Leads;

/// <summary>
/// What <see cref="ILeadStore"/> does to one row, for some of one shard at once, and with fewer requests. Each row is read and moved as it
/// would be alone: what goes wrong with one says nothing of the others.
/// </summary>
public interface ILeadBatches
{
    /// <returns>Those that are there; who is not among them is gone.</returns>
    /// <exception cref="LeadStoreUnavailableException">Not all could be read.</exception>
    Task<IReadOnlyDictionary<LeadHandle, Lead>> FindAsync(Shard shard, IReadOnlyCollection<LeadHandle> handles, CancellationToken cancellationToken);

    /// <returns>Those of whom anything is known.</returns>
    /// <exception cref="LeadStoreUnavailableException">Not all could be read.</exception>
    Task<IReadOnlyDictionary<ContactKey, Contact>> FindContactsAsync(
        Shard shard, IReadOnlyCollection<ContactKey> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Commits each of these moves as <see cref="ILeadStore.TryMoveAsync"/> would, in as few transactions as may be: one that somebody else was
    /// first to is lost, and the rest are committed all the same. It does not throw for storage that is away:
    /// <see cref="MoveOutcome.Unanswered"/> says of which moves it is not known.
    /// </summary>
    /// <returns>The outcomes, in the order of the moves.</returns>
    Task<IReadOnlyList<MoveOutcome>> TryMoveAsync(Shard shard, IReadOnlyList<Move> moves, CancellationToken cancellationToken);
}

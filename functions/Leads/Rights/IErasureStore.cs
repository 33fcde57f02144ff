namespace LeadFunctions.Leads;

/// <summary>
/// Deletes what is held. What was begun is on record until it is finished, so that whoever comes by can go on with it after a crash
/// at any point. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IErasureStore
{
    /// <summary>
    /// Begins to erase a person, or finds that it was begun. From now on nothing is claimed for them, and no claim that was decided before
    /// is committed. A request that comes afterwards is not erased: it is a new one.
    /// </summary>
    Task<Erasure> BeginAsync(ContactKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletes all rows of one lead, what leads to them last. Idempotent.</summary>
    Task RemoveAsync(ContactKey key, LeadHandle lead, CancellationToken cancellationToken);

    /// <summary>Ends what was begun, when no lead of it is left: of the contact, only why it is not written to stays. Idempotent.</summary>
    Task FinishAsync(Erasure erasure, CancellationToken cancellationToken);

    /// <summary>Forgets a contact of whom no lead is left, as when the last was too old; only why it is not written to stays. Else it changes nothing.</summary>
    Task ForgetIfIdleAsync(ContactKey key, CancellationToken cancellationToken);

    /// <summary>The people of a shard whose erasure was begun and not finished.</summary>
    IAsyncEnumerable<ContactKey> BegunAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>The leads of a shard that were captured before a time (UTC).</summary>
    IAsyncEnumerable<Lead> CapturedBeforeAsync(Shard shard, DateTimeOffset time, CancellationToken cancellationToken);
}

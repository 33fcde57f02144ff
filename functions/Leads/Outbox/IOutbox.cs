namespace LeadFunctions.Leads;

/// <summary>
/// What has happened to leads and is not in the figures yet. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot
/// be reached or does not answer in time.
/// </summary>
public interface IOutbox
{
    /// <summary>The notes of a shard, in no particular order.</summary>
    IAsyncEnumerable<OutboxNote> WaitingAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>Takes notes away. One that has changed since it was read stays. Idempotent.</summary>
    Task DoneAsync(IReadOnlyCollection<OutboxNote> notes, CancellationToken cancellationToken);

    /// <summary>
    /// The leads of a shard that were captured at <paramref name="from"/> (UTC) or later, the newest first: a capture is found by itself, and
    /// needs no note.
    /// </summary>
    IAsyncEnumerable<LeadHandle> CapturedAsync(Shard shard, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>All leads of one person, in no particular order.</summary>
    IAsyncEnumerable<LeadHandle> OfContactAsync(ContactKey contact, CancellationToken cancellationToken);
}

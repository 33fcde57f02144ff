namespace LeadFunctions.Leads;

/// <summary>
/// Where leads are kept. Every change of one contact's rows is one transaction; what was acknowledged is durable. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface ILeadStore
{
    /// <summary>Stores a lead with its first work, without reading first. The same submission twice is stored once.</summary>
    Task<CaptureOutcome> CaptureAsync(NewLead lead, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a lead out of quarantine: from now on it is as if it had been captured at <paramref name="now"/> (UTC), with its alert and its
    /// confirmation due at once, and it is told of in the next digest. Idempotent: a lead that is not held is left as it is.
    /// </summary>
    /// <returns>The lead as it is then, or null when it is gone.</returns>
    Task<Lead?> ReleaseAsync(LeadHandle handle, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Work of one shard that is due at <paramref name="now"/>, urgent work first, then the earliest, at most <paramref name="limit"/>.</summary>
    IAsyncEnumerable<DueWork> DueAsync(Shard shard, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Promises of one shard whose clock has come to its next point at <paramref name="now"/> (UTC), the earliest first, at most
    /// <paramref name="limit"/>: work of <see cref="Track.Promise"/>, which <see cref="DueAsync"/> does not give.
    /// </summary>
    IAsyncEnumerable<DueWork> PromisesAsync(Shard shard, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the earliest work of a shard is or was due, in whatever state; null when there is none.</summary>
    Task<DateTimeOffset?> EarliestDueAsync(Shard shard, CancellationToken cancellationToken);

    /// <returns>The lead, or null when it is gone.</returns>
    Task<Lead?> FindAsync(LeadHandle handle, CancellationToken cancellationToken);

    /// <returns>The lead of an id, as of a reference, or null when there is none.</returns>
    Task<Lead?> FindByIdAsync(LeadId id, CancellationToken cancellationToken);

    /// <returns>The contact, or null when nothing is known of it.</returns>
    Task<Contact?> FindContactAsync(ContactKey key, CancellationToken cancellationToken);

    /// <returns>What became of a mail, or null while that is open.</returns>
    Task<SendRecord?> FindSendAsync(ContactKey contact, SendKey key, CancellationToken cancellationToken);

    /// <summary>Commits one step of due work.</summary>
    /// <returns>
    /// The next work as stored, or <see cref="MoveOutcome.Lost"/> when somebody else moved the work or changed the contact first.
    /// An answer lost on the way is found out by reading back: true means committed, exactly once.
    /// </returns>
    Task<MoveOutcome> TryMoveAsync(Move move, CancellationToken cancellationToken);

    /// <summary>
    /// Staff say that articles may go to a person who had written of danger. What has waited for this is due at <paramref name="now"/> (UTC),
    /// and the rest when its time comes. One transaction; idempotent: for a person for whom nothing is held it changes nothing.
    /// </summary>
    Task ReleaseArticlesAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers that a person is not to be written to, known before or not. A claim decided before fails from now on. Idempotent and in
    /// any order: each reason keeps its earliest time.
    /// </summary>
    Task SuppressAsync(ContactKey contact, IReadOnlyCollection<Suppression> suppressions, CancellationToken cancellationToken);

    /// <summary>Mails of a shard that were given up, and that no accepted digest has told of yet.</summary>
    IAsyncEnumerable<SendKey> DeadLettersAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>Remembers that a digest has told of these. Idempotent.</summary>
    Task ToldAsync(IReadOnlyCollection<SendKey> deadLetters, CancellationToken cancellationToken);

    /// <summary>Leads of a shard that no accepted digest has held yet.</summary>
    IAsyncEnumerable<LeadHandle> AwaitingDigestAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>Takes leads that a digest has held off the list. Idempotent.</summary>
    Task DigestedAsync(IReadOnlyCollection<LeadHandle> leads, CancellationToken cancellationToken);

    /// <summary>Claims the digest of one clinic-local date until <paramref name="until"/> (UTC).</summary>
    /// <returns>False when it was sent, or somebody else is sending it.</returns>
    Task<bool> TryClaimDigestAsync(DateOnly date, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The digest of a date was accepted, or there was nothing to say: it is not sent again.</summary>
    Task FinishDigestAsync(DateOnly date, CancellationToken cancellationToken);
}

namespace LeadFunctions.Leads;

/// <summary>
/// Requests for the link to what is held of a person. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot be
/// reached or does not answer in time.
/// </summary>
public interface IPrivacyRequests
{
    /// <summary>Puts a request on record: one write, the same whoever it is for and whatever was there.</summary>
    Task AskAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The requests of a shard.</summary>
    IAsyncEnumerable<PrivacyRequest> AllAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>Changes a request as it was read.</summary>
    /// <returns>The request as stored, or null when somebody else was first.</returns>
    Task<PrivacyRequest?> TryUpdateAsync(PrivacyRequest request, CancellationToken cancellationToken);

    /// <summary>Takes a request off the record, unless it was changed since it was read.</summary>
    Task RemoveAsync(PrivacyRequest request, CancellationToken cancellationToken);
}

namespace LeadFunctions.Leads;

/// <summary>
/// What is remembered of the endpoints, and of who did what about them. Methods throw <see cref="LeadStoreUnavailableException"/> when the
/// store cannot be reached or does not answer in time.
/// </summary>
public interface IWebhookLedger
{
    Task<EndpointState> FindAsync(EndpointId endpoint, CancellationToken cancellationToken);

    Task NoteAsync(EndpointId endpoint, EndpointNews news, CancellationToken cancellationToken);

    /// <summary>Until when (UTC) captures are written out; null before the first time.</summary>
    Task<DateTimeOffset?> WrittenUntilAsync(CancellationToken cancellationToken);

    Task SetWrittenUntilAsync(DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>When (UTC) old messages were last taken away; null before the first time.</summary>
    Task<DateTimeOffset?> SweptAtAsync(CancellationToken cancellationToken);

    Task SetSweptAtAsync(DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Keeps who did what.</summary>
    Task AddAsync(WebhookDeed deed, CancellationToken cancellationToken);

    /// <summary>What was done last, the latest first.</summary>
    Task<IReadOnlyList<WebhookDeed>> DeedsAsync(int limit, CancellationToken cancellationToken);
}

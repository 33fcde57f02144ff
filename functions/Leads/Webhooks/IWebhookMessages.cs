namespace LeadFunctions.Leads;

/// <summary>
/// What is to be told to the clinic's own systems. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot be reached
/// or does not answer in time.
/// </summary>
public interface IWebhookMessages
{
    /// <summary>What has happened to leads of a shard and is not written out for the endpoints yet, in no particular order. A capture is found by itself, and needs no note.</summary>
    IAsyncEnumerable<OutboxNote> NewsAsync(Shard shard, CancellationToken cancellationToken);

    /// <summary>
    /// Writes out what a fact means for each endpoint, and takes its note away in the same transaction. A message that is there stays as it is,
    /// however far it has come. Idempotent.
    /// </summary>
    /// <param name="messages">All of one lead.</param>
    /// <param name="note">Where the fact was noted; null where it was found by itself.</param>
    /// <param name="cancellationToken">The caller's.</param>
    Task WriteOutAsync(IReadOnlyList<WebhookMessage> messages, OutboxNote? note, CancellationToken cancellationToken);

    /// <summary>The messages of a shard that an endpoint is to get by now, in no particular order.</summary>
    IAsyncEnumerable<WebhookMessage> DueAsync(Shard shard, EndpointId endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Puts a message in the place of what was read.</summary>
    /// <returns>The message with its new version; null when it has changed since it was read, or is gone.</returns>
    Task<WebhookMessage?> TryPutAsync(WebhookMessage message, CancellationToken cancellationToken);

    /// <returns>Null when there is none.</returns>
    Task<WebhookMessage?> FindAsync(WebhookKey key, CancellationToken cancellationToken);

    /// <summary>The messages to an endpoint that wait or were given up, and those of facts since <paramref name="since"/> (UTC) that were delivered, in no particular order.</summary>
    IAsyncEnumerable<WebhookMessage> OfEndpointAsync(EndpointId endpoint, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Has messages to an endpoint told again from the beginning whose facts are of <paramref name="since"/> (UTC) or later.</summary>
    /// <param name="endpoint">Who is told.</param>
    /// <param name="since">UTC.</param>
    /// <param name="withDelivered">Also those that the endpoint took.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>How many.</returns>
    Task<int> ReplayAsync(EndpointId endpoint, DateTimeOffset since, bool withDelivered, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes a message away, in whatever state; for one whose lead is gone.</summary>
    Task ForgetAsync(WebhookKey key, CancellationToken cancellationToken);

    /// <summary>Takes away the messages of facts before <paramref name="time"/> (UTC), whoever was to get them.</summary>
    /// <returns>How many of them were still waiting.</returns>
    Task<int> ForgetBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}

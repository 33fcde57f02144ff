using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>Storage that goes away just when something was posted, until told otherwise.</summary>
internal sealed class DyingMessages : IWebhookMessages
{
    private IWebhookMessages real = null!;

    public bool IsAlive { get; set; }

    public IWebhookMessages Over(IWebhookMessages messages)
    {
        real = messages;
        return this;
    }

    public Task<WebhookMessage?> TryPutAsync(WebhookMessage message, CancellationToken cancellationToken) =>
        message.State == WebhookState.Delivered && !IsAlive
            ? Task.FromException<WebhookMessage?>(new LeadStoreUnavailableException("The app died.", new IOException()))
            : real.TryPutAsync(message, cancellationToken);

    public IAsyncEnumerable<OutboxNote> NewsAsync(Shard shard, CancellationToken cancellationToken) => real.NewsAsync(shard, cancellationToken);

    public Task WriteOutAsync(IReadOnlyList<WebhookMessage> messages, OutboxNote? note, CancellationToken cancellationToken) => real.WriteOutAsync(messages, note, cancellationToken);

    public IAsyncEnumerable<WebhookMessage> DueAsync(Shard shard, EndpointId endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        real.DueAsync(shard, endpoint, now, limit, cancellationToken);

    public Task<WebhookMessage?> FindAsync(WebhookKey key, CancellationToken cancellationToken) => real.FindAsync(key, cancellationToken);

    public IAsyncEnumerable<WebhookMessage> OfEndpointAsync(EndpointId endpoint, DateTimeOffset since, CancellationToken cancellationToken) =>
        real.OfEndpointAsync(endpoint, since, cancellationToken);

    public Task<int> ReplayAsync(EndpointId endpoint, DateTimeOffset since, bool withDelivered, DateTimeOffset now, CancellationToken cancellationToken) =>
        real.ReplayAsync(endpoint, since, withDelivered, now, cancellationToken);

    public Task ForgetAsync(WebhookKey key, CancellationToken cancellationToken) => real.ForgetAsync(key, cancellationToken);

    public Task<int> ForgetBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => real.ForgetBeforeAsync(time, cancellationToken);
}

using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>Reads what the page shows.</summary>
public sealed class WebhookReading(WebhookEndpoints endpoints, IWebhookMessages messages, IWebhookLedger ledger, TimeProvider clock)
{
    private const int DeedsShown = 20;

    private static readonly TimeSpan DeliveredShown = TimeSpan.FromDays(1);

    public async Task<WebhooksView> ReadAsync(WebhookNews news, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await Task.WhenAll(endpoints.All.Select(endpoint => ReadAsync(endpoint, now, cancellationToken)));
        return new(all, await ledger.DeedsAsync(DeedsShown, cancellationToken), news, now);
    }

    private async Task<EndpointView> ReadAsync(WebhookEndpoint endpoint, DateTimeOffset now, CancellationToken cancellationToken) => new(
        endpoint,
        await ledger.FindAsync(endpoint.Id, cancellationToken),
        await messages.OfEndpointAsync(endpoint.Id, now - DeliveredShown, cancellationToken).ToListAsync(cancellationToken));
}

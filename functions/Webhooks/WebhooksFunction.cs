using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Webhooks;

/// <summary>Every minute: tells the clinic's own systems what has happened to leads.</summary>
public sealed class WebhooksFunction(WebhooksHandler handler)
{
    [Function("Webhooks")]
    public Task RunAsync([TimerTrigger("%Webhooks:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}

using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>One endpoint, as the page shows it.</summary>
/// <param name="Endpoint">Which.</param>
/// <param name="State">What is remembered of it.</param>
/// <param name="Messages">What waits or was given up, and what was delivered lately.</param>
public sealed record EndpointView(WebhookEndpoint Endpoint, EndpointState State, IReadOnlyList<WebhookMessage> Messages)
{
    public int Waiting => Messages.Count(message => message.State == WebhookState.Waiting);

    /// <summary>Tried in vain, to be tried again, the next try first.</summary>
    public IReadOnlyList<WebhookMessage> Failing => [.. Messages.Where(message => message.IsFailing).OrderBy(message => message.DueAt)];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<WebhookMessage> GivenUp => Settled(WebhookState.GivenUp);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<WebhookMessage> Delivered => Settled(WebhookState.Delivered);

    private IReadOnlyList<WebhookMessage> Settled(WebhookState state) =>
        [.. Messages.Where(message => message.State == state).OrderByDescending(message => message.SettledAt)];
}

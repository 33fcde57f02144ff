using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Webhooks;

/// <summary>Who is told of leads. The settings were checked at the start.</summary>
public sealed class WebhookEndpoints(IOptions<WebhooksOptions> options)
{
    /// <summary>In the order of the settings.</summary>
    public IReadOnlyList<WebhookEndpoint> All { get; } = [.. options.Value.Endpoints.Select(Read)];

    /// <returns>Null when no setting names it.</returns>
    public WebhookEndpoint? Find(EndpointId id) => All.FirstOrDefault(endpoint => endpoint.Id == id);

    private static WebhookEndpoint Read(WebhookEndpointOptions endpoint) => new(
        endpoint.Name,
        new(endpoint.Url),
        [.. endpoint.Secrets.Select(text => WebhookSecret.TryParse(text, out var secret) ? secret : throw new FormatException("A secret was not checked."))],
        (HashSet<WebhookEvent>)(endpoint.Events.Count == 0 ? [.. Enum.GetValues<WebhookEvent>()] : [.. endpoint.Events.Select(WebhookEvents.Read).OfType<WebhookEvent>()]));
}

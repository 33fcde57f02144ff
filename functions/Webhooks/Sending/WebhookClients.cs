using System.Collections.Concurrent;
using LeadFunctions.Leads;
using LeadFunctions.Network;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Webhooks;

/// <summary>A client for each endpoint: it reaches that host and no other, at addresses of the public internet alone.</summary>
public sealed class WebhookClients(IOptions<LeadsOptions> leads) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<EndpointId, HttpClient> clients = [];

    public HttpClient Of(WebhookEndpoint endpoint) => clients.GetOrAdd(endpoint.Id, _ => OutgoingHttp.ClientFor(() => endpoint.Url, Tune));

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private void Tune(SocketsHttpHandler connections)
    {
        connections.ConnectTimeout = ConnectTimeout;
        PublicConnections.Only(connections, alsoHere: leads.Value.IsOnThisMachine);
    }
}

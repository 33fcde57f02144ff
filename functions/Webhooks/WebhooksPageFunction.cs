using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Webhooks;

/// <summary>GET /staff/webhooks: how it goes with the systems that are told of leads.</summary>
[ForRole(StaffRole.Admin)]
public sealed class WebhooksPageFunction(WebhookDeskEndpoint endpoint)
{
    [Function("StaffWebhooks")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/webhooks")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.ShowAsync(request, cancellationToken);
}

using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Webhooks;

/// <summary>POST /staff/webhooks: has messages sent again, tries an endpoint, turns one on again.</summary>
[ForRole(StaffRole.Admin)]
public sealed class WorkWebhooksFunction(WebhookDeskEndpoint endpoint)
{
    [Function("WorkStaffWebhooks")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/webhooks")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.WorkAsync(request, cancellationToken);
}

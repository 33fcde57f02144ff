using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Health;

/// <summary>GET /staff/system: how the app runs, for the engineer.</summary>
[ForRole(StaffRole.Admin)]
public sealed class SystemFunction(SystemEndpoint endpoint)
{
    [Function("StaffSystem")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/system")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.ShowAsync(cancellationToken);
}

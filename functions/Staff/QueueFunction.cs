using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Staff;

/// <summary>GET /staff: who waits, and what was searched for.</summary>
[ForRole(StaffRole.Staff)]
public sealed class QueueFunction(QueueEndpoint endpoint)
{
    [Function("StaffQueue")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Staff;

/// <summary>POST /staff/leads/{reference}: what staff did with a lead.</summary>
[ForRole(StaffRole.Staff)]
public sealed class WorkLeadFunction(LeadDeskEndpoint endpoint)
{
    [Function("WorkStaffLead")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/leads/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken) =>
        endpoint.WorkAsync(request, reference, cancellationToken);
}

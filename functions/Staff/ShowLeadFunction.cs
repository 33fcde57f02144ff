using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Staff;

/// <summary>GET /staff/leads/{reference}: one lead with all that is known of it. That it was looked at is remembered.</summary>
[ForRole(StaffRole.Staff)]
public sealed class ShowLeadFunction(LeadDeskEndpoint endpoint)
{
    [Function("StaffLead")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/leads/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken) =>
        endpoint.ShowAsync(request, reference, cancellationToken);
}

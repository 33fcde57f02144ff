using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.LeadsApi;

/// <summary>GET /api/leads/{reference}: one lead with all that is known of it. That it was looked at is remembered.</summary>
[Keyed]
public sealed class FindLeadFunction(LeadEndpoint endpoint)
{
    [Function("FindLead")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/leads/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken) =>
        endpoint.FindAsync(request, reference, cancellationToken);
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.LeadsApi;

/// <summary>PATCH /api/leads/{reference}: what staff did with a lead.</summary>
[Keyed]
public sealed class ChangeLeadFunction(LeadEndpoint endpoint)
{
    [Function("ChangeLead")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "patch", Route = "api/leads/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken) =>
        endpoint.ChangeAsync(request, reference, cancellationToken);
}

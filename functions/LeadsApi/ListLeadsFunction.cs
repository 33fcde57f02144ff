using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.LeadsApi;

/// <summary>GET /api/leads: the list, as JSON or as CSV.</summary>
[Keyed]
public sealed class ListLeadsFunction(LeadListEndpoint endpoint)
{
    [Function("ListLeads")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/leads")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /api/suppressions: addresses that are not to be written to, as CSV; good lines hold, bad ones are told by number.</summary>
[Keyed]
public sealed class SuppressionImportFunction(SuppressionsEndpoint endpoint)
{
    [Function("SuppressionImport")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/suppressions")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.ImportAsync(request, cancellationToken);
}

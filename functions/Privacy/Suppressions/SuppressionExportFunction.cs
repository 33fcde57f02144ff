using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /api/suppressions: who is not written to, as CSV: keyed hash, reason, since when.</summary>
[Keyed]
public sealed class SuppressionExportFunction(SuppressionsEndpoint endpoint)
{
    [Function("SuppressionExport")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/suppressions")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.ExportAsync(request, cancellationToken);
}

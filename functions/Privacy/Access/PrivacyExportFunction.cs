using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /privacy/{token}/export: all that is held of a person, as JSON to keep.</summary>
[Open]
public sealed class PrivacyExportFunction(AccessEndpoint endpoint)
{
    [Function("PrivacyExport")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "privacy/{token}/export")] HttpRequest request,
        string token) =>
        endpoint.ExportAsync(request, token);
}

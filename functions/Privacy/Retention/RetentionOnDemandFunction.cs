using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /api/ops/retention: what the nightly timer does, or with <c>?dryRun=true</c> only what it would do.</summary>
[Keyed]
public sealed class RetentionOnDemandFunction(RetentionHandler handler)
{
    [Function("RetentionOnDemand")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ops/retention")] HttpRequest request,
        CancellationToken cancellationToken) =>
        TypedResults.Json(
            await handler.HandleAsync(string.Equals(request.Query["dryRun"], "true", StringComparison.OrdinalIgnoreCase), cancellationToken),
            PrivacyJson.Default.RetentionAnswer);
}

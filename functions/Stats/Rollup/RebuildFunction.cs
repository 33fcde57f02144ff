using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Stats;

/// <summary>POST /api/ops/stats/rebuild: works out all figures anew, and says whether any differed.</summary>
[Keyed]
public sealed class RebuildFunction(RebuildHandler handler)
{
    [Function("RebuildStats")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ops/stats/rebuild")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(request.Query["cursor"], cancellationToken) is { } answer
            ? TypedResults.Json(answer, StatsJson.Default.RebuildAnswer)
            : Problems.NoCursor;
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.FollowUp;

/// <summary>POST /api/ops/scrub: what the weekly timer does, now, as after a restore; goes on at <c>?cursor=</c>.</summary>
[Keyed]
public sealed class ScrubOnDemandFunction(ScrubHandler handler)
{
    [Function("ScrubOnDemand")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ops/scrub")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(request.Query["cursor"], cancellationToken) is { } answer
            ? TypedResults.Json(answer, FollowUpJson.Default.ScrubAnswer)
            : Problems.NoCursor;
}

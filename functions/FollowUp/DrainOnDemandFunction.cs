using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.FollowUp;

/// <summary>
/// POST /api/ops/drain: what the minute timer does, and the other timers that people wait for, for an outside monitor; timers have been known to
/// stop (Azure/azure-functions-host#11828).
/// </summary>
[Keyed]
public sealed class DrainOnDemandFunction(WakeHandler handler)
{
    [Function("DrainOnDemand")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ops/drain")] HttpRequest request,
        CancellationToken cancellationToken) =>
        TypedResults.Json(new DrainAnswer(await handler.HandleAsync(cancellationToken)), FollowUpJson.Default.DrainAnswer);
}

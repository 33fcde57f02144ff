using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Stats;

/// <summary>GET /api/stats: what follow-up achieves, as JSON or CSV.</summary>
[Keyed]
public sealed class StatsFunction(StatsHandler handler)
{
    [Function("GetStats")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/stats")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(StatsAnswers.Parameters(request), cancellationToken) switch
        {
            StatsResult.Found found => StatsAnswers.Of(found.Answer, request),
            StatsResult.Rejected rejected => Problems.Invalid(rejected.Errors),
            StatsResult.Unavailable => Problems.Of(StatusCodes.Status503ServiceUnavailable, StatsText.Unavailable),
            _ => throw new UnreachableException(),
        };
}

using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Stats;

/// <summary>GET /api/stats/first-response: how soon staff answered, as JSON or CSV.</summary>
[Keyed]
public sealed class FirstResponseFunction(FirstResponseHandler handler)
{
    [Function("GetFirstResponse")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/stats/first-response")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(StatsAnswers.Parameters(request), cancellationToken) switch
        {
            FirstResponseResult.Found found => StatsAnswers.Of(found.Answer, request),
            FirstResponseResult.Rejected rejected => Problems.Invalid(rejected.Errors),
            FirstResponseResult.Unavailable => Problems.Of(StatusCodes.Status503ServiceUnavailable, StatsText.Unavailable),
            _ => throw new UnreachableException(),
        };
}

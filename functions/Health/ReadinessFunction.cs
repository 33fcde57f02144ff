using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Health;

/// <summary>GET /health/ready: whether leads can be kept, how late the earliest due work is, and what an engineer should look at.</summary>
[Open]
public sealed class ReadinessFunction(ReadinessHandler handler)
{
    [Function("Readiness")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var readiness = await handler.HandleAsync(cancellationToken);
        return TypedResults.Json(
            readiness.Answer,
            HealthJson.Default.HealthAnswer,
            statusCode: readiness.AreLeadsKept ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

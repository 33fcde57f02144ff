using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Health;

/// <summary>GET /health/ready: storage answers, and how late the earliest due work is.</summary>
[Open]
public sealed class ReadinessFunction(ReadinessHandler handler)
{
    [Function("Readiness")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await handler.HandleAsync(cancellationToken) is { } seconds
            ? TypedResults.Json(new HealthAnswer("ready", seconds), HealthJson.Default.HealthAnswer)
            : TypedResults.Json(new HealthAnswer("storage is away", null), HealthJson.Default.HealthAnswer, statusCode: StatusCodes.Status503ServiceUnavailable);
}

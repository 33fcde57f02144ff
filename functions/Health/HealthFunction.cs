using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Health;

/// <summary>GET /health: the process answers.</summary>
[Open]
public sealed class HealthFunction
{
    // As it is, without the serializer: it is asked for most often, and of an instance that has just begun.
    private const string Live = """{"status":"live"}""";

    [Function("Health")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        TypedResults.Text(Live, "application/json; charset=utf-8");
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /unsubscribe/{token}: one click, by a person or by their mail program (RFC 8058): no cookie, no login, idempotent.</summary>
[Open]
public sealed class UnsubscribeFunction(UnsubscribeEndpoint endpoint)
{
    [Function("Unsubscribe")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe/{token}")] HttpRequest request,
        string token) =>
        endpoint.StopAsync(request, token);
}

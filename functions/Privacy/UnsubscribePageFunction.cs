using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /unsubscribe/{token}: asks, and changes nothing, since scanners open links too.</summary>
[Open]
public sealed class UnsubscribePageFunction(UnsubscribeHandler handler, UnsubscribePages pages)
{
    [Function("UnsubscribePage")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unsubscribe/{token}")] HttpRequest request,
        string token) =>
        handler.IsKnown(token) ? pages.AskAsync(token) : pages.AnswerAsync(UnsubscribeResult.NotFound);
}

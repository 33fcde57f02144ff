using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /unsubscribe/{token}: one click, by a person or by their mail program (RFC 8058): no cookie, no login, idempotent.</summary>
[Open]
public sealed class UnsubscribeFunction(UnsubscribeHandler handler, UnsubscribePages pages)
{
    [Function("Unsubscribe")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe/{token}")] HttpRequest request,
        string token) =>
        await pages.AnswerAsync(await handler.HandleAsync(token));
}

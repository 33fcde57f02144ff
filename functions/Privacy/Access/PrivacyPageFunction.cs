using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /privacy/{token}: all that is held of a person; changes nothing.</summary>
[Open]
public sealed class PrivacyPageFunction(AccessHandler handler, PrivacyPages pages)
{
    [Function("PrivacyPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "privacy/{token}")] HttpRequest request,
        string token) =>
        await pages.AnswerAsync(token, await handler.FindAsync(token));
}

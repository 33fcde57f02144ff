using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /preferences/{token}: shows what a person chose, and changes nothing, since scanners open links too.</summary>
[Open]
public sealed class PreferencesPageFunction(PreferencesHandler handler, PreferencesPages pages)
{
    [Function("PreferencesPage")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "preferences/{token}")] HttpRequest request,
        string token) =>
        await pages.AnswerAsync(token, await handler.FindAsync(token));
}

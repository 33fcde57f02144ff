using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>GET /privacy: the form that asks for the link.</summary>
[Open]
public sealed class AskPageFunction(PrivacyPages pages)
{
    [Function("PrivacyAskPage")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "privacy")] HttpRequest request) => pages.AskAsync();
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /thanks/{token}: what happens next, after a form was sent.</summary>
[Open]
public sealed class ThanksFunction(ThanksHandler handler, CapturePages pages)
{
    [Function("ThanksPage")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "thanks/{token}")] HttpRequest request, string token) =>
        handler.Find(token) is { } thanks ? pages.ThanksAsync(thanks) : pages.ThanksNotFoundAsync();
}

using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /call: the form that asks to be called.</summary>
[Open]
public sealed class CallFormFunction(CapturePages pages)
{
    [Function("CallForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "call")] HttpRequest request) =>
        pages.FormAsync(LeadKind.Call, FormPrefill.Of(request), StatusCodes.Status200OK, problem: null);
}

using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>POST /api/calls: somebody asks to be called.</summary>
[Open]
public sealed class CaptureCallFunction(CaptureEndpoint endpoint, SenderLimits senders)
{
    [Function("CaptureCall")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calls")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(new(request, LeadKind.Call, senders.SenderOf(request, context.BindingContext.BindingData)), cancellationToken);
}

using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>POST /api/calls: somebody asks to be called.</summary>
public sealed class CaptureCallFunction(CaptureEndpoint endpoint, IOptions<CaptureOptions> options)
{
    [Function("CaptureCall")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calls")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var sender = ClientAddress.Of(request, context.BindingContext.BindingData, options.Value.TrustedProxies);
        return endpoint.AnswerAsync(new(request, LeadKind.Call, sender), cancellationToken);
    }
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>POST /api/leads: the clinic's own systems hand over a lead; the key is what makes them trusted.</summary>
[Keyed]
public sealed class CaptureLeadFunction(CaptureEndpoint endpoint)
{
    [Function("CaptureLead")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/leads")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(new(request, Kind: null, Sender: null), cancellationToken);
}

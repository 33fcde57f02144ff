using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>POST /api/appointments: somebody requests an appointment.</summary>
public sealed class CaptureAppointmentFunction(CaptureEndpoint endpoint, IOptions<CaptureOptions> options)
{
    [Function("CaptureAppointment")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/appointments")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var sender = ClientAddress.Of(request, context.BindingContext.BindingData, options.Value.TrustedProxies);
        return endpoint.AnswerAsync(new(request, LeadKind.Appointment, sender), cancellationToken);
    }
}

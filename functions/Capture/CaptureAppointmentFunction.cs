using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>POST /api/appointments: somebody requests an appointment.</summary>
[Open]
public sealed class CaptureAppointmentFunction(CaptureEndpoint endpoint, SenderLimits senders)
{
    [Function("CaptureAppointment")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/appointments")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(new(request, LeadKind.Appointment, senders.SenderOf(request, context.BindingContext.BindingData)), cancellationToken);
}

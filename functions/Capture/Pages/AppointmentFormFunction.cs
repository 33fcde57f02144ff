using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /appointment: the form that requests an appointment.</summary>
[Open]
public sealed class AppointmentFormFunction(CapturePages pages)
{
    [Function("AppointmentForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "appointment")] HttpRequest request) =>
        pages.FormAsync(LeadKind.Appointment, FormPrefill.Of(request), StatusCodes.Status200OK, problem: null);
}

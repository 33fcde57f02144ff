using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Events;

/// <summary>POST /api/email-events/acs: what Azure Communication Services tells of our mails through Event Grid, known by the secret in its address.</summary>
[Open]
public sealed class AcsEventsFunction(AcsEventsEndpoint endpoint)
{
    [Function("AcsEvents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/email-events/acs")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

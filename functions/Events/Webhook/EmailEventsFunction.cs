using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Events;

/// <summary>POST /api/email-events: SendGrid's Event Webhook, known by its signature.</summary>
[Open]
public sealed class EmailEventsFunction(EmailEventsEndpoint endpoint)
{
    [Function("EmailEvents")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/email-events")] HttpRequest request,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, cancellationToken);
}

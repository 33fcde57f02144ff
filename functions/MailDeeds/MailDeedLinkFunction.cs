using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.MailDeeds;

/// <summary>GET /staff/act/{token}: shows one button, and changes nothing, since scanners open links too.</summary>
[Open]
public sealed class MailDeedLinkFunction(MailDeedEndpoint endpoint)
{
    [Function("MailDeedLink")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/act/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        endpoint.LookAsync(request, token, cancellationToken);
}

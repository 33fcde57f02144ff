using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.MailDeeds;

/// <summary>POST /staff/act/{token}: does what the link is for. The link says who does it; nobody signs in.</summary>
[Open(FromOwnPagesOnly = true)]
public sealed class DoMailDeedFunction(MailDeedEndpoint endpoint)
{
    [Function("DoMailDeed")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/act/{token}")] HttpRequest request,
        string token) =>
        endpoint.DoAsync(request, token);
}

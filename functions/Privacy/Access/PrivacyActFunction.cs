using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /privacy/{token}: takes a consent back, or erases.</summary>
[Open]
public sealed class PrivacyActFunction(AccessEndpoint endpoint)
{
    [Function("PrivacyAct")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "privacy/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        endpoint.ActAsync(request, token, cancellationToken);
}

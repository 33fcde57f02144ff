using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>GET /staff/sign-in: asks for an address.</summary>
[Open]
public sealed class SignInPageFunction(SignInEndpoint endpoint)
{
    [Function("SignInPage")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/sign-in")] HttpRequest request) =>
        endpoint.FormAsync(request);
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>GET /staff/sign-in/{token}: shows one button, and uses nothing up, since scanners open links too.</summary>
[Open]
public sealed class SignInLinkFunction(SignInEndpoint endpoint)
{
    [Function("SignInLink")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/sign-in/{token}")] HttpRequest request, string token) =>
        endpoint.LookAsync(request, token);
}

using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>POST /staff/sign-in/{token}: signs in, once for each link.</summary>
[Open(FromOwnPagesOnly = true)]
public sealed class SignInFunction(SignInEndpoint endpoint)
{
    [Function("SignIn")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/sign-in/{token}")] HttpRequest request, string token) =>
        endpoint.UseAsync(request, token);
}

using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>POST /staff/sign-out-everywhere: ends all sessions of whoever asks.</summary>
[ForRole(StaffRole.Staff, StaffRole.Marketing)]
public sealed class SignOutEverywhereFunction(SignOutEndpoint endpoint)
{
    [Function("SignOutEverywhere")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/sign-out-everywhere")] HttpRequest request) =>
        endpoint.EverywhereAsync(request.HttpContext.Response);
}

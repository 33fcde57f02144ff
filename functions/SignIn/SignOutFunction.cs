using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>POST /staff/sign-out: ends this session.</summary>
[ForRole(StaffRole.Staff, StaffRole.Marketing)]
public sealed class SignOutFunction(SignOutEndpoint endpoint)
{
    [Function("SignOut")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/sign-out")] HttpRequest request) =>
        endpoint.HereAsync(request.HttpContext.Response);
}

using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>GET /staff/account: who is signed in, and how that ends.</summary>
[ForRole(StaffRole.Staff, StaffRole.Marketing)]
public sealed class AccountFunction(SignInPages pages)
{
    [Function("StaffAccount")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/account")] HttpRequest request) =>
        pages.AccountAsync();
}

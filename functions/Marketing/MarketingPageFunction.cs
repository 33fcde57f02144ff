using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Marketing;

/// <summary>GET /marketing: what follow-up achieves.</summary>
[ForRole(StaffRole.Marketing)]
public sealed class MarketingPageFunction(MarketingEndpoint endpoint)
{
    [Function("MarketingPage")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "marketing")] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.PageAsync(request, cancellationToken);
}

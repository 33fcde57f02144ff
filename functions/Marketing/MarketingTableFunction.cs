using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Marketing;

/// <summary>GET /marketing/tables/{table}: one table of the page as a CSV file.</summary>
[ForRole(StaffRole.Marketing)]
public sealed class MarketingTableFunction(MarketingEndpoint endpoint)
{
    [Function("MarketingTable")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "marketing/tables/{table}")] HttpRequest request,
        string table,
        CancellationToken cancellationToken) => endpoint.TableAsync(table, request, cancellationToken);
}

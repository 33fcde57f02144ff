using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Marketing;

/// <summary>GET /marketing/charts.js: what draws the charts. It holds no figures, and is the same for everybody.</summary>
[Open]
public sealed class MarketingScriptFunction(ChartScript script)
{
    [Function("MarketingScript")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "marketing/charts.js")] HttpRequest request) => script.Answer;
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Http;

/// <summary>OPTIONS: what browsers ask before they send what a plain form could not, such as JSON.</summary>
[Open]
public sealed class PreflightFunction(CrossOrigin crossOrigin)
{
    [Function("Preflight")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "{area}/{resource}")] HttpRequest request) =>
        crossOrigin.Preflight(request);
}

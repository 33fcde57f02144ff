using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /widget.js: the script that puts a form into any page.</summary>
[Open]
public sealed class WidgetScriptFunction(WidgetScript script)
{
    [Function("WidgetScript")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "widget.js")] HttpRequest request) => script.For(request);
}

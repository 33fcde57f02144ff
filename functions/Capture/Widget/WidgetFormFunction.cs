using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /widget/{kind}, appointment or call: the form without a page, for <c>widget.js</c> to show.</summary>
[Open]
public sealed class WidgetFormFunction(CapturePages pages)
{
    [Function("WidgetForm")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "widget/{kind}")] HttpRequest request, string kind)
    {
        LeadKind? asked = kind switch
        {
            "appointment" => LeadKind.Appointment,
            "call" => LeadKind.Call,
            _ => null,
        };
        return asked is { } known ? pages.WidgetAsync(known, FormPrefill.Of(request)) : Task.FromResult(Problems.NotFound);
    }
}

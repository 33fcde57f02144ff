using System.Text;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>GET /thanks/{token}/call.ics: the time of the call for the visitor's own calendar.</summary>
[Open]
public sealed class CallCalendarFunction(ThanksHandler handler, CallCalendar calls)
{
    /// <summary>The address of the entry of a page that says thanks, in the language that is spoken.</summary>
    public static string AddressOf(string token) => $"/thanks/{token}/call.ics?{Language.Current.Query}";

    [Function("ThanksCalendar")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "thanks/{token}/call.ics")] HttpRequest request, string token)
    {
        if (handler.Find(token) is not { } thanks || calls.WindowOf(thanks) is not { } window)
        {
            return Problems.NotFound;
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Encoding.UTF8.GetBytes(calls.ToEntry(thanks, window)), "text/calendar; charset=utf-8", "call.ics");
    }
}

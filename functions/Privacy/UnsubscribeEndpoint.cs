using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>Stops all mail, and tells a person's press on the page from that of a button in their mail program.</summary>
public sealed class UnsubscribeEndpoint(UnsubscribeHandler handler, UnsubscribePages pages, NetworkTime time)
{
    // RFC 8058, 3.2: the one pair that a mail program posts, urlencoded or as a form of several parts.
    private const string OneClickField = "List-Unsubscribe";
    private const string OneClick = "One-Click";

    /// <summary>Whatever the body is, even none that can be read, it is a stop.</summary>
    public async Task<IResult> StopAsync(HttpRequest request, string token) => await pages.AnswerAsync(
        await handler.HandleAsync(token, await IsOneClickAsync(request) ? ConsentSource.OneClick : ConsentSource.Unsubscribe));

    private async Task<bool> IsOneClickAsync(HttpRequest request) =>
        (await request.ReadFormAsync(time, CancellationToken.None))?[OneClickField].ToString() == OneClick;
}

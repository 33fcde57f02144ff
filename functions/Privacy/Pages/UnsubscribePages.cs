using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>The pages behind the link with which people stop our mails.</summary>
public sealed class UnsubscribePages(PageRenderer renderer)
{
    private static readonly Message Done = new(
        "Done. We will not e-mail you again.",
        "A mail that was already on its way may still arrive in the next minutes.",
        "If you are waiting for an answer to a request, our front desk will still get back to you. You can also call us.");

    private static readonly Message NotFound = new(
        "This link is not complete.",
        "It may have been cut off on its way. Please open it again from the mail, or call us and we will stop the mails for you.");

    private static readonly Message Unavailable = new(
        "That did not work just now.",
        "Nothing is wrong with your link: please try it again in a few minutes, or call us and we will stop the mails for you.");

    /// <summary>Asks with one button, which posts to this same address; opening the page changes nothing.</summary>
    public Task<IResult> AskAsync(string token) => renderer.RenderAsync<UnsubscribePage, UnsubscribeView>(new(token));

    public Task<IResult> AnswerAsync(UnsubscribeResult result) => result switch
    {
        UnsubscribeResult.Done => renderer.RenderAsync(Done),
        UnsubscribeResult.NotFound => renderer.RenderAsync(NotFound, StatusCodes.Status404NotFound),
        UnsubscribeResult.Unavailable => renderer.RenderAsync(Unavailable, StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}

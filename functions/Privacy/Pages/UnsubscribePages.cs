using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>The pages behind the link with which people stop our mails.</summary>
public sealed class UnsubscribePages(PageRenderer renderer)
{
    private static Message Done => new(UnsubscribeText.DoneHeading, UnsubscribeText.DoneOnItsWay, UnsubscribeText.DoneWaiting);

    private static Message NotFound => new(UnsubscribeText.NotFoundHeading, UnsubscribeText.NotFoundHelp);

    private static Message Unavailable => new(UnsubscribeText.UnavailableHeading, UnsubscribeText.UnavailableHelp);

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

using System.Diagnostics;
using LeadFunctions.Access;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.SignIn;

/// <summary>The pages on which people sign in and out.</summary>
public sealed class SignInPages(PageRenderer renderer)
{
    public Task<IResult> FormAsync(string? to, string typed, bool hasProblem) => renderer.RenderAsync<SignInPage, SignInView>(
        new(to, typed, hasProblem), hasProblem ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);

    /// <summary>What everybody is told, whoever's address they gave.</summary>
    public Task<IResult> SentAsync() =>
        NoticeAsync(StatusCodes.Status200OK, null, GateAnswers.SignInPath, SignInText.SentHeading, SignInText.SentIntro, SignInText.SentBrowser, SignInText.SentNothing);

    public Task<IResult> TooManyAsync() =>
        NoticeAsync(StatusCodes.Status429TooManyRequests, null, GateAnswers.SignInPath, SignInText.TooManyHeading, SignInText.TooManyHelp);

    /// <summary>Asks with one button, which posts to this same address; opening the page changes nothing.</summary>
    public Task<IResult> ConfirmAsync(string token, string? to) => renderer.RenderAsync<ConfirmPage, ConfirmView>(new(token, to));

    /// <summary>Says why a link does not let anybody in.</summary>
    public Task<IResult> RefuseAsync(SignInResult result, string? to)
    {
        var again = ReturnPath.Keep(GateAnswers.SignInPath, to);
        return result switch
        {
            SignInResult.Elsewhere => NoticeAsync(
                StatusCodes.Status403Forbidden, SignInText.AskAgain, again, SignInText.ElsewhereHeading, SignInText.ElsewhereHelp),
            SignInResult.UsedUp => NoticeAsync(
                StatusCodes.Status404NotFound, SignInText.AskAgain, again, SignInText.UsedUpHeading, SignInText.UsedUpHelp),
            SignInResult.Unavailable => NoticeAsync(
                StatusCodes.Status503ServiceUnavailable, null, again, SignInText.UnavailableHeading, SignInText.UnavailableHelp),
            _ => throw new UnreachableException(),
        };
    }

    public Task<IResult> SignedOutAsync() => NoticeAsync(
        StatusCodes.Status200OK, SignInText.SignInAgain, GateAnswers.SignInPath, SignInText.SignedOutHeading, SignInText.SignedOutHelp);

    public Task<IResult> SignedOutEverywhereAsync() => NoticeAsync(
        StatusCodes.Status200OK, SignInText.SignInAgain, GateAnswers.SignInPath, SignInText.SignedOutHeading, SignInText.SignedOutEverywhereHelp);

    public Task<IResult> SignOutUnavailableAsync() => NoticeAsync(
        StatusCodes.Status503ServiceUnavailable, null, GateAnswers.SignInPath, SignInText.SignOutUnavailableHeading, SignInText.SignOutUnavailableHelp);

    public Task<IResult> AccountAsync() => renderer.RenderAsync<AccountPage, SignedIn>(SignedIn.Current);

    private Task<IResult> NoticeAsync(int status, string? link, string href, string heading, params IReadOnlyList<string> paragraphs) =>
        renderer.RenderAsync<NoticePage, NoticeView>(new(heading, paragraphs, link, href), status);
}

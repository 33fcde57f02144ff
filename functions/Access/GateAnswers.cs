using LeadFunctions.Http;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Access;

/// <summary>What somebody is told who may not go on: a page where a browser opens one, a problem (RFC 9457) otherwise.</summary>
public sealed class GateAnswers(PageRenderer renderer)
{
    /// <summary>The page on which people sign in.</summary>
    public const string SignInPath = "/staff/sign-in";

    /// <summary>Nobody knows who it is: a browser is shown where to sign in, anything else gets 401.</summary>
    public static Task<IResult> UnknownAsync(HttpRequest request)
    {
        if (request.IsForPage())
        {
            // What was sent is lost; after signing in, the page from which it came is a better place than the address of a form.
            var to = request.IsSafe() ? ReturnPath.Of(request.Path) : null;
            return Task.FromResult<IResult>(new SeeOther(ReturnPath.Keep(RequestLanguage.KeepIn(request, SignInPath), to)));
        }

        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.FromResult(Problems.Of(StatusCodes.Status401Unauthorized, AccessText.UnknownHeading, AccessText.UnknownHelp));
    }

    /// <summary>403: signed in, and without the role.</summary>
    public Task<IResult> NotForYouAsync(HttpRequest request, SignedIn person) => AnswerAsync(
        request,
        StatusCodes.Status403Forbidden,
        new(AccessText.NotForYouHeading, AccessText.NotForYouHelp.With(person.Actor)));

    /// <summary>403: another website, or a page that is too old, made the browser send this.</summary>
    public Task<IResult> ForeignAsync(HttpRequest request) =>
        AnswerAsync(request, StatusCodes.Status403Forbidden, new(AccessText.ForeignHeading, AccessText.ForeignHelp));

    /// <summary>403: the function says of nobody that they may.</summary>
    public Task<IResult> ClosedAsync(HttpRequest request) =>
        AnswerAsync(request, StatusCodes.Status403Forbidden, new(AccessText.ClosedHeading));

    /// <summary>503: storage is away.</summary>
    public Task<IResult> UnavailableAsync(HttpRequest request) =>
        AnswerAsync(request, StatusCodes.Status503ServiceUnavailable, new(AccessText.UnavailableHeading, AccessText.UnavailableHelp));

    private Task<IResult> AnswerAsync(HttpRequest request, int status, Message message) => request.IsForPage()
        ? renderer.RenderAsync(message, status)
        : Task.FromResult(Problems.Of(status, message.Heading, message.Paragraphs.Count == 0 ? null : message.Paragraphs[0]));
}

using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Access;

/// <summary>Decides, before a function runs, whether whoever asks may use it. Whatever is not said or not known is a no.</summary>
public sealed partial class Gate(
    StaffSessions sessions,
    EntraTokens entra,
    AntiForgeryTokens tokens,
    OwnOrigin origin,
    GateAnswers answers,
    NetworkTime time,
    ILogger<Gate> logger)
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a function is for anybody who asks, so that there is nothing to decide.</summary>
    /// <param name="statement">What the function's class says of who may; null for nothing.</param>
    public static bool IsOpenToAll(AccessAttribute? statement) => statement is OpenAttribute { FromOwnPagesOnly: false } or KeyedAttribute;

    /// <param name="http">The request.</param>
    /// <param name="statement">What the function's class says of who may; null for nothing.</param>
    public Task<Admission> AdmitAsync(HttpContext http, AccessAttribute? statement) => statement switch
    {
        _ when IsOpenToAll(statement) => Task.FromResult<Admission>(new Admission.Granted(null)),
        OpenAttribute when !http.Request.IsSafe() && !origin.IsOf(http.Request) => RefuseAsync(answers.ForeignAsync(http.Request)),
        OpenAttribute => Task.FromResult<Admission>(new Admission.Granted(null)),
        ForRoleAttribute role => AdmitAsync(http, role),
        _ => UnsaidAsync(http.Request),
    };

    private static async Task<Admission> RefuseAsync(Task<IResult> answer) => new Admission.Refused(await answer);

    private async Task<Admission> AdmitAsync(HttpContext http, ForRoleAttribute role)
    {
        KeepNoCopy(http.Response);
        SignedIn? person;
        try
        {
            person = await FindAsync(http.Request);
            if (person is { Session: { } session })
            {
                sessions.Renew(http, session);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return await RefuseAsync(answers.UnavailableAsync(http.Request));
        }

        if (person is null)
        {
            return await RefuseAsync(GateAnswers.UnknownAsync(http.Request));
        }

        if (!role.Admits(person.Member.Role))
        {
            return await RefuseAsync(answers.NotForYouAsync(http.Request, person));
        }

        return await IsOwnDoingAsync(http.Request, person) ? new Admission.Granted(person) : await RefuseAsync(answers.ForeignAsync(http.Request));
    }

    // Whoever shows a token means the token, and is not let in by a cookie that came along.
    private async Task<SignedIn?> FindAsync(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await entra.ReadAsync(authorization[Bearer.Length..].Trim()) is { } member
                ? new(member, Session: null)
                : null;
        }

        return await sessions.FindAsync(request) is { } session ? new(session.Member, session) : null;
    }

    // A cookie comes along with whatever any website makes the browser send; a token of Entra ID does not.
    private async Task<bool> IsOwnDoingAsync(HttpRequest request, SignedIn person) =>
        request.IsSafe()
        || person.Session is not { } session
        || (origin.IsOf(request) && tokens.IsOf(session, await TokenOfAsync(request)));

    private async Task<string?> TokenOfAsync(HttpRequest request) =>
        request.Headers[AntiForgeryTokens.Header].ToString() is { Length: > 0 } header ? header
        : await request.ReadFormAsync(time, request.HttpContext.RequestAborted) is { } form ? form[AntiForgeryTokens.Field].ToString()
        : null;

    private Task<Admission> UnsaidAsync(HttpRequest request)
    {
        LogUnsaid(request.Path);
        return RefuseAsync(answers.ClosedAsync(request));
    }

    // Also where the function says otherwise: what somebody signed in for is in no cache when they have gone.
    private static void KeepNoCopy(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XFrameOptions = "DENY";
        return Task.CompletedTask;
    });

    [LoggerMessage(LogLevel.Error, "Nobody can tell who is signed in: storage is away.")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(LogLevel.Critical, "{Path} is closed: the class of its function does not say who may use it.")]
    private partial void LogUnsaid(string path);
}

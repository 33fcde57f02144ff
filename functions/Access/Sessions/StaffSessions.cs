using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Access;

/// <summary>Begins, recognises and ends the sessions of people in their browsers.</summary>
public sealed class StaffSessions(SessionCookie cookie, StaffCookies cookies, EndedSessionsCache ended, StaffDirectory staff, TimeProvider clock)
{
    private const string Cookie = "staff";

    // A new cookie with each request would be much ado; so a session may end a minute early.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The name of the cookie, as the browser knows it.</summary>
    public string CookieName => cookies.NameOf(Cookie);

    /// <summary>The text of a new session's cookie; whoever has it is signed in.</summary>
    /// <exception cref="LeadStoreUnavailableException">The keys cannot be read.</exception>
    public string Issue(StaffMember member) => cookie.Write(Session.Start(member, clock.GetUtcNow()));

    /// <summary>Signs somebody in with what <see cref="Issue"/> answered.</summary>
    public void Begin(HttpResponse response, string issued) => cookies.Write(response, Cookie, issued);

    /// <returns>
    /// The session of the browser; null when there is none, when it is over, or when the list does not have its member with that role any longer.
    /// </returns>
    /// <exception cref="LeadStoreUnavailableException">Nobody can tell.</exception>
    public async Task<Session?> FindAsync(HttpRequest request) =>
        cookie.Read(cookies.Read(request, Cookie)) is { } session
        && !session.IsOver(clock.GetUtcNow())
        && staff.Members.Contains(session.Member)
        && !await ended.HoldsAsync(session, request.HttpContext.RequestAborted)
            ? session
            : null;

    /// <summary>Somebody did something: the session lasts longer. What a page asks for by itself keeps nobody signed in.</summary>
    public void Renew(HttpContext http, Session session)
    {
        var now = clock.GetUtcNow();
        if (now - session.SeenAt >= Step && http.Request.IsByPerson())
        {
            cookies.Write(http.Response, Cookie, cookie.Write(session with { SeenAt = now }));
        }
    }

    /// <summary>Ends the session, here and in whoever's hands a copy of its cookie may be.</summary>
    /// <exception cref="LeadStoreUnavailableException">It could not be said to the others; here it is over.</exception>
    public Task EndAsync(HttpResponse response, Session session)
    {
        cookies.Delete(response, Cookie);
        return ended.EndAsync(session);
    }

    /// <summary>Ends every session of the member.</summary>
    /// <exception cref="LeadStoreUnavailableException">It could not be said to the others; here it is over.</exception>
    public Task EndAllAsync(HttpResponse response, Session session)
    {
        cookies.Delete(response, Cookie);
        return ended.EndAllAsync(session);
    }
}

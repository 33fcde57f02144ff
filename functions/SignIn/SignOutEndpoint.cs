using LeadFunctions.Access;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.SignIn;

/// <summary>Ends sessions.</summary>
public sealed partial class SignOutEndpoint(StaffSessions sessions, SignInPages pages, ILogger<SignOutEndpoint> logger)
{
    /// <summary>Ends the session of this browser.</summary>
    public Task<IResult> HereAsync(HttpResponse response) =>
        EndAsync(session => sessions.EndAsync(response, session), pages.SignedOutAsync);

    /// <summary>Ends all sessions of whoever asks.</summary>
    public Task<IResult> EverywhereAsync(HttpResponse response) =>
        EndAsync(session => sessions.EndAllAsync(response, session), pages.SignedOutEverywhereAsync);

    private async Task<IResult> EndAsync(Func<Session, Task> end, Func<Task<IResult>> done)
    {
        // With a token of Entra ID there is no session of ours to end.
        if (SignedIn.Current.Session is { } session)
        {
            try
            {
                await end(session);
            }
            catch (LeadStoreUnavailableException exception)
            {
                LogUnavailable(exception);
                return await pages.SignOutUnavailableAsync();
            }
        }

        return await done();
    }

    [LoggerMessage(LogLevel.Error, "A session was ended in one browser only: storage is away.")]
    private partial void LogUnavailable(Exception exception);
}

using LeadFunctions.Access;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.SignIn;

/// <summary>Takes requests for links, and lets in who comes back with one.</summary>
public sealed partial class SignInHandler(
    SignInLinks links,
    WaitingSignIns queue,
    SignInLimits limits,
    StaffSessions sessions,
    ISessionStore store,
    StaffDirectory staff,
    LeadKeys keys,
    TimeProvider clock,
    ILogger<SignInHandler> logger)
{
    /// <summary>Takes a request. The same is done for everybody's address; whether it is on the list is found out later.</summary>
    public void Ask(EmailAddress address, string browser, string? to)
    {
        if (!limits.IsTooMany(keys.Contact(address, phone: null)))
        {
            queue.Add(new(address, browser, to, Language.Current));
        }
    }

    /// <summary>Looks at a link, and uses nothing up: mail programs open links, too.</summary>
    public SignInResult Look(string token, string? browser) =>
        links.Read(token) is not { } link ? new SignInResult.UsedUp()
        : !SignInLinks.IsFor(link, browser) ? new SignInResult.Elsewhere()
        : new SignInResult.Usable();

    /// <summary>Uses a link.</summary>
    public async Task<SignInResult> UseAsync(string token, string? browser)
    {
        if (links.Read(token) is not { } link)
        {
            return new SignInResult.UsedUp();
        }

        if (!SignInLinks.IsFor(link, browser))
        {
            return new SignInResult.Elsewhere();
        }

        if (staff.Members.FirstOrDefault(member => keys.Contact(member.Address, phone: null) == link.Member) is not { } member)
        {
            return new SignInResult.UsedUp();
        }

        try
        {
            // The session first: should its keys be out of reach, the link is still good.
            var issued = sessions.Issue(member);
            if (!await store.TryUseLinkAsync(link.Id, link.ExpiresAt, clock.GetUtcNow(), CancellationToken.None))
            {
                return new SignInResult.UsedUp();
            }

            LogSignedIn(link.Member, member.Role);
            return new SignInResult.Done(member, issued);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return new SignInResult.Unavailable();
        }
    }

    [LoggerMessage(LogLevel.Information, "Member {Member} signed in as {Role}.")]
    private partial void LogSignedIn(ContactKey member, StaffRole role);

    [LoggerMessage(LogLevel.Error, "Nobody can sign in: storage is away.")]
    private partial void LogUnavailable(Exception exception);
}

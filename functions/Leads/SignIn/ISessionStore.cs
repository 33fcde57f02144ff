namespace LeadFunctions.Leads;

/// <summary>
/// What all instances of the app must agree on about signing in: which links were used, and which sessions are over. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface ISessionStore
{
    /// <summary>Uses up a link; what was used before <paramref name="now"/> and has expired is forgotten.</summary>
    /// <returns>True for one caller, whoever else tries at the same time; false for all others.</returns>
    Task<bool> TryUseLinkAsync(string link, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends one session of a member. Idempotent.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="session">Which: hexadecimal digits.</param>
    /// <param name="until">When it would have ended by itself, and need not be remembered any longer.</param>
    /// <param name="now">What need not be remembered any longer is forgotten.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task EndAsync(ContactKey member, string session, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends every session of a member that began at <paramref name="at"/> or before.</summary>
    Task EndAllAsync(ContactKey member, DateTimeOffset at, CancellationToken cancellationToken);

    /// <returns>Which sessions of a member are over.</returns>
    Task<EndedSessions> EndedAsync(ContactKey member, CancellationToken cancellationToken);
}

using System.Collections.Concurrent;
using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>
/// Knows which sessions are over. What another instance ended is known here after <see cref="Freshness"/> at the latest, what this one
/// ended at once.
/// </summary>
public sealed class EndedSessionsCache(ISessionStore store, LeadKeys keys, TimeProvider clock)
{
    /// <summary>How long an answer of the store is good for.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    // There are as many as there are members of staff.
    private readonly ConcurrentDictionary<ContactKey, (DateTimeOffset ReadAt, EndedSessions Ended)> known = new();

    /// <exception cref="LeadStoreUnavailableException">It must be asked, and cannot be.</exception>
    public async Task<bool> HoldsAsync(Session session, CancellationToken cancellationToken)
    {
        var member = KeyOf(session);
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(member, out var answer) || now - answer.ReadAt >= Freshness || now < answer.ReadAt)
        {
            answer = (now, await store.EndedAsync(member, cancellationToken));
            known[member] = answer;
        }

        return answer.Ended.Holds(session.Id, session.StartedAt);
    }

    public Task EndAsync(Session session) =>
        ForgetAfterAsync(session, store.EndAsync(KeyOf(session), session.Id, session.EndsAt, clock.GetUtcNow(), CancellationToken.None));

    public Task EndAllAsync(Session session) => ForgetAfterAsync(session, store.EndAllAsync(KeyOf(session), clock.GetUtcNow(), CancellationToken.None));

    private async Task ForgetAfterAsync(Session session, Task writing)
    {
        await writing;
        known.TryRemove(KeyOf(session), out _);
    }

    private ContactKey KeyOf(Session session) => keys.Contact(session.Member.Address, phone: null);
}

using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="ISessionStore"/> and <see cref="IKeyRingStore"/> in memory.</summary>
internal sealed class InMemorySessionStore : ISessionStore, IKeyRingStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> links = [];
    private readonly Dictionary<(ContactKey Member, string Session), DateTimeOffset> ended = [];
    private readonly Dictionary<ContactKey, DateTimeOffset> upTo = [];
    private readonly SortedDictionary<string, string> keys = new(StringComparer.Ordinal);

    /// <summary>Set to make every call fail as if storage were away.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often something was asked or said.</summary>
    public int Calls { get; private set; }

    public int Links => links.Count;

    public Task<bool> TryUseLinkAsync(string link, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
    {
        var isFirst = links.TryAdd(link, expiresAt);
        foreach (var over in links.Where(used => used.Value < now).Select(used => used.Key).ToList())
        {
            links.Remove(over);
        }

        return isFirst;
    });

    public Task EndAsync(ContactKey member, string session, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
    {
        ended[(member, session)] = until;
        foreach (var over in ended.Where(one => one.Key.Member == member && one.Value < now).Select(one => one.Key).ToList())
        {
            ended.Remove(over);
        }

        return true;
    });

    public Task EndAllAsync(ContactKey member, DateTimeOffset at, CancellationToken cancellationToken) => Locked(() =>
    {
        upTo[member] = at;
        return true;
    });

    public Task<EndedSessions> EndedAsync(ContactKey member, CancellationToken cancellationToken) => Locked(() => new EndedSessions(
        upTo.TryGetValue(member, out var at) ? at : null,
        ended.Keys.Where(one => one.Member == member).Select(one => one.Session).ToHashSet()));

    public Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) => Locked<IReadOnlyList<string>>(() => [.. keys.Values]);

    public Task AddAsync(string name, string element, CancellationToken cancellationToken) => Locked(() =>
    {
        keys[name] = element;
        return true;
    });

    private Task<T> Locked<T>(Func<T> action)
    {
        if (IsAway)
        {
            return Task.FromException<T>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            Calls++;
            return Task.FromResult(action());
        }
    }
}

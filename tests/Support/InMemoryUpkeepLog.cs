using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="IUpkeepLog"/> in memory; held to them by the same tests as the real one.</summary>
internal sealed class InMemoryUpkeepLog : IUpkeepLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TimerRun> runs = [];
    private readonly Dictionary<string, DateTimeOffset> heard = [];
    private ScrubPass? scrub;

    /// <summary>Set to make every call fail as if storage were away.</summary>
    public bool IsAway { get; set; }

    public Task RanAsync(TimerRun run, CancellationToken cancellationToken) => Locked(() =>
    {
        var before = runs.GetValueOrDefault(run.Function);
        return runs[run.Function] = run with { SucceededAt = run.SucceededAt ?? before?.SucceededAt, AcceptedAt = run.AcceptedAt ?? before?.AcceptedAt };
    });

    public Task HeardAsync(string provider, DateTimeOffset at, CancellationToken cancellationToken) => Locked(() => heard[provider] = at);

    public Task ScrubbedAsync(ScrubPass pass, CancellationToken cancellationToken) => Locked(() => scrub = pass);

    public Task<UpkeepState> ReadAsync(CancellationToken cancellationToken) =>
        Locked(() => new UpkeepState(new Dictionary<string, TimerRun>(runs), new Dictionary<string, DateTimeOffset>(heard), scrub));

    private Task<T> Locked<T>(Func<T> action)
    {
        if (IsAway)
        {
            return Task.FromException<T>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            return Task.FromResult(action());
        }
    }
}

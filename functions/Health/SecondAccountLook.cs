using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>
/// Whether the second account answers, and how old its last copy is. It is asked seldom, whoever asks here how often: anybody may, each minute.
/// </summary>
public sealed class SecondAccountLook(ILeadSpill spill, IBackups backups, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    // Each copy is a request of its own, and there are some.
    private static readonly TimeSpan BetweenCopies = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim turn = new(1, 1);
    private SecondAccountFacts? known;
    private DateTimeOffset lookedAt;
    private DateTimeOffset copiesAt;

    /// <returns>Null where there is no second account.</returns>
    public async Task<SecondAccountFacts?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!spill.IsSetUp)
        {
            return null;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (known is null || now - lookedAt >= BetweenLooks)
            {
                known = await Patience.AskAsync(token => LookAsync(now, token), new(IsAway: true, LastCopyAt: null), cancellationToken);
                lookedAt = now;
            }

            return known;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<SecondAccountFacts> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await spill.WaitingAsync(cancellationToken).AnyAsync(cancellationToken);
        if (known is { IsAway: false } before && now - copiesAt < BetweenCopies)
        {
            return before;
        }

        var copies = backups.IsSetUp ? await backups.AllAsync(cancellationToken) : [];
        copiesAt = now;
        return new(IsAway: false, copies.Max(copy => copy.FinishedAt));
    }
}

using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Does what is due, and nothing else: a tick has no meaning of its own, so two may overlap and any may be missed. It stops taking on
/// work after 45 seconds; the next goes on from there. Every shard has a lane of its own, so that one that is away or slow is the only one
/// that waits.
/// </summary>
public sealed partial class DrainHandler(Lane lane, ArticleRanking ranking, ILeadSealing sealing, TimeProvider clock, ILogger<DrainHandler> logger)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <returns>How many pieces of work went on.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        var keys = PrepareKeysAsync(budget.Token);
        await ranking.RefreshAsync(budget.Token);
        var order = new LaneOrder(clock);
        var moved = await Task.WhenAll(Shard.All.Select(shard => lane.DrainAsync(shard, order, budget.Token)));
        await keys;
        var total = moved.Sum();
        if (total > 0)
        {
            LogDrained(total);
        }

        return total;
    }

    // Here, since this comes every minute: so a month never begins without its key. It mostly asks nothing of storage, and nobody waits for it.
    private async Task PrepareKeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sealing.PrepareAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is LeadStoreUnavailableException or OperationCanceledException)
        {
            LogNoKeys(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keys under which leads are sealed could not be made ready; the next minute tries again.")]
    private partial void LogNoKeys(Exception exception);

    [LoggerMessage(LogLevel.Information, "Took up {Count} pieces of due work.")]
    private partial void LogDrained(int count);
}

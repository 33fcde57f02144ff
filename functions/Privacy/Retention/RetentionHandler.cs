using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>
/// Erases leads that are older than the clinic keeps, and people of whom none is left; why somebody is not written to outlives it. When all of them are
/// gone, the keys of months go under which nothing is sealed any more. It stops after 45 seconds: what is gone is not found again, so the next run goes
/// on from there.
/// </summary>
public sealed partial class RetentionHandler(
    IErasureStore store,
    IErasedLeads erased,
    Eraser eraser,
    ILeadSealing sealing,
    IOptions<KeepingOptions> options,
    TimeProvider clock,
    ILogger<RetentionHandler> logger)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <param name="isDryRun">Only count.</param>
    /// <param name="cancellationToken">Ends it between two leads.</param>
    public async Task<RetentionAnswer> HandleAsync(bool isDryRun, CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        var policy = RetentionPolicy.TryRead(options.Value.Retention)!;
        var counts = RetentionPolicy.Names.ToDictionary(status => status, _ => 0);
        var isAll = true;
        foreach (var shard in Shard.All)
        {
            isAll &= await TryHandleAsync(shard, policy, counts, isDryRun, budget.Token);
        }

        if (!isDryRun && isAll)
        {
            isAll = await TryForgetErasedAsync(budget.Token) && await TryShredAsync(budget.Token);
        }

        var answer = new RetentionAnswer(isDryRun, counts.Where(status => status.Value > 0).ToDictionary(), isAll);
        LogDone(isDryRun, counts.Values.Sum(), isAll);
        return answer;
    }

    private async Task<bool> TryHandleAsync(Shard shard, RetentionPolicy policy, Dictionary<string, int> counts, bool isDryRun, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            await foreach (var lead in store.CapturedBeforeAsync(shard, now - policy.Shortest!.Value, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (policy.IsTooOld(lead, now))
                {
                    await EraseAsync(lead, isDryRun);
                    counts[RetentionPolicy.StatusOf(lead)]++;
                }
            }

            return true;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogShardAway(exception, shard);
            return false;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task EraseAsync(Lead lead, bool isDryRun)
    {
        if (isDryRun)
        {
            return;
        }

        await eraser.RemoveAsync(lead.Contact, lead.Handle);
        await store.ForgetIfIdleAsync(lead.Contact, CancellationToken.None);
    }

    private async Task<bool> TryForgetErasedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await erased.ForgetErasedBeforeAsync(clock.GetUtcNow() - IErasedLeads.Remembered, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is LeadStoreUnavailableException or OperationCanceledException)
        {
            LogEventsAway(exception);
            return false;
        }
    }

    private async Task<bool> TryShredAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sealing.ShredAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is LeadStoreUnavailableException or OperationCanceledException)
        {
            LogKeysLeft(exception);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "It could not be seen which keys of months nothing needs any more; the next run looks again.")]
    private partial void LogKeysLeft(Exception exception);

    [LoggerMessage(LogLevel.Information, "Retention (dry run: {IsDryRun}): {Count} leads are older than the clinic keeps; all looked at: {IsAll}.")]
    private partial void LogDone(bool isDryRun, int count, bool isAll);

    [LoggerMessage(LogLevel.Error, "Retention of shard {Shard} was cut short; the next run goes on.")]
    private partial void LogShardAway(Exception exception, Shard shard);

    [LoggerMessage(LogLevel.Error, "The list of erased leads could not be shortened; the next run does.")]
    private partial void LogEventsAway(Exception exception);
}

using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>Asks the second account, which may be far away, and away: nobody waits for it for long.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <returns>What it answers; <paramref name="away"/> where it does not within 5 seconds.</returns>
    public static async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, T away, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Limit);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception exception) when (exception is LeadStoreUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return away;
        }
    }
}

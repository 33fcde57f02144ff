using System.Collections.Concurrent;

namespace LeadFunctions.Storage;

/// <summary>
/// Whoever asks for what is being asked for already waits for the same answer, or hears of the same failure. No answer is kept: the next to ask after it
/// makes a call of their own.
/// </summary>
internal sealed class SharedCalls<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> underWay = new();

    /// <param name="key">What is asked for.</param>
    /// <param name="call">Asks. It goes on when one of those who wait gives up, since others may wait as well.</param>
    /// <param name="cancellationToken">Ends the wait of this caller alone.</param>
    public Task<TValue> RunAsync(TKey key, Func<Task<TValue>> call, CancellationToken cancellationToken) =>
        underWay.GetOrAdd(key, _ => new(() => CallAsync(key, call))).Value.WaitAsync(cancellationToken);

    private async Task<TValue> CallAsync(TKey key, Func<Task<TValue>> call)
    {
        try
        {
            return await call();
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }
}

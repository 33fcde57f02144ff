using System.Threading.RateLimiting;

namespace LeadFunctions.Http;

/// <summary>
/// How often something may happen in an hour, for each of very many. The many share a fixed number of places, so that a flood of made-up
/// ones takes no memory; two that share a place share a limit, which only matters while there is a flood.
/// </summary>
internal sealed class HourlyLimit<TKey>(int permits) : IDisposable
    where TKey : notnull
{
    private const int Places = 1 << 16;

    // The hash of the runtime is seeded anew for each process: nobody can aim at somebody else's place.
    private readonly PartitionedRateLimiter<TKey> limiter = PartitionedRateLimiter.Create<TKey, int>(key => RateLimitPartition.GetFixedWindowLimiter(
        HashCode.Combine(key) & (Places - 1),
        _ => new() { PermitLimit = permits, Window = TimeSpan.FromHours(1), QueueLimit = 0, AutoReplenishment = true }));

    /// <summary>Counts one.</summary>
    public bool IsOver(TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return !lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

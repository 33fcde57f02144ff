using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>Tells whether leads can be kept, and whether due work is done.</summary>
public sealed class ReadinessHandler(ILeadStore leads, TimeProvider clock)
{
    /// <returns>By how many seconds the earliest due work is late, 0 when none is; null when storage is away.</returns>
    public async Task<int?> HandleAsync(CancellationToken cancellationToken)
    {
        try
        {
            var earliest = await Task.WhenAll(Shard.All.Select(shard => leads.EarliestDueAsync(shard, cancellationToken)));
            var late = clock.GetUtcNow() - earliest.Min();
            return late > TimeSpan.Zero ? (int)late.Value.TotalSeconds : 0;
        }
        catch (LeadStoreUnavailableException)
        {
            return null;
        }
    }
}

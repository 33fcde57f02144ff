using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Health;

/// <summary>Tells whether leads can be kept, and whether due work is done.</summary>
public sealed partial class ReadinessHandler(ILeadStore leads, TimeProvider clock, ILogger<ReadinessHandler> logger)
{
    /// <summary>The minute timer has then missed ten times: somebody has to look.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(10);

    /// <returns>By how many seconds the earliest due work is late, 0 when none is; null when storage is away.</returns>
    public async Task<int?> HandleAsync(CancellationToken cancellationToken)
    {
        try
        {
            var earliest = await Task.WhenAll(Shard.All.Select(shard => leads.EarliestDueAsync(shard, cancellationToken)));
            var late = clock.GetUtcNow() - earliest.Min();
            if (late > TooLate)
            {
                LogLate((int)late.Value.TotalSeconds);
            }

            return late > TimeSpan.Zero ? (int)late.Value.TotalSeconds : 0;
        }
        catch (LeadStoreUnavailableException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Due work is late by {Seconds} seconds.")]
    private partial void LogLate(int seconds);
}

using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Clock;

/// <summary>
/// The moments at which work falls due: each letter leaves at its own time, and each promise is reminded of at its own, as it would be if the days
/// passed one by one.
/// </summary>
internal sealed class DueWorkStops(IServiceProvider services, TimeProvider clock) : IClockStops
{
    // Promises are looked at every five minutes: by then it is seen that one is over.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    private const int MostRead = 100;

    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        // None when another app is hosted than ours.
        if (services.GetService<ILeadStore>() is not { } leads)
        {
            return null;
        }

        try
        {
            var work = await Task.WhenAll(Shard.All.Select(shard => leads.EarliestDueAsync(shard, cancellationToken)));
            var promises = await Task.WhenAll(Shard.All.Select(shard => NextPromiseAsync(leads, shard, cancellationToken)));
            return work.Concat(promises).Min();
        }
        catch (LeadStoreUnavailableException)
        {
            // The clock moves whatever storage does; what is due is found when it is back.
            return null;
        }
    }

    // One that is over already is told of at whatever stop comes next, and hides none.
    private async Task<DateTimeOffset?> NextPromiseAsync(ILeadStore leads, Shard shard, CancellationToken cancellationToken) =>
        (await leads.PromisesAsync(shard, DateTimeOffset.MaxValue.AddTicks(-1), MostRead, cancellationToken)
            .FirstOrDefaultAsync(promise => promise.DueAt + Look > clock.GetUtcNow(), cancellationToken))?.DueAt + Look;
}

using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Clock;

/// <summary>The moments at which work falls due: each letter leaves at its own time, as it would if the days passed one by one.</summary>
internal sealed class DueWorkStops(IServiceProvider services) : IClockStops
{
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        // None when another app is hosted than ours.
        if (services.GetService<ILeadStore>() is not { } leads)
        {
            return null;
        }

        try
        {
            return (await Task.WhenAll(Shard.All.Select(shard => leads.EarliestDueAsync(shard, cancellationToken)))).Min();
        }
        catch (LeadStoreUnavailableException)
        {
            // The clock moves whatever storage does; what is due is found when it is back.
            return null;
        }
    }
}

using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>Reads the facts of one answer: of the store one row of each shard and what the instances have written down, of the rest what is known already.</summary>
public sealed class HealthReading(
    ILeadStore leads, IUpkeepLog upkeep, ISendingState sending, DeliveryReports reports, SecondAccountLook secondAccount, TimeProvider clock)
{
    public async Task<HealthFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var second = secondAccount.ReadAsync(cancellationToken);
        var (earliest, state) = await StoreAsync(cancellationToken);
        return new()
        {
            Now = clock.GetUtcNow(),
            EarliestDue = earliest,
            Upkeep = state,
            Pause = sending.Pause,
            IsTold = reports.ComeIn,
            SecondAccount = await second,
        };
    }

    private async Task<(IReadOnlyList<DateTimeOffset?>? EarliestDue, UpkeepState Upkeep)> StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = upkeep.ReadAsync(cancellationToken);
            var earliest = await Task.WhenAll(Shard.All.Select(shard => leads.EarliestDueAsync(shard, cancellationToken)));
            return (earliest, await state);
        }
        catch (LeadStoreUnavailableException)
        {
            return (null, UpkeepState.Nothing);
        }
    }
}

using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>Keeps facts, and what each lead adds to the figures, in the table of events.</summary>
public sealed class TableLeadCounts([FromKeyedServices(StorageFeature.Events)] TableClient table) : ILeadCounts
{
    public async Task KeepAsync(LeadId lead, LeadFacts facts, CancellationToken cancellationToken)
    {
        foreach (var row in FactRow.ToFirstRows(lead, facts))
        {
            try
            {
                await StorageCalls.RunAsync(token => table.AddEntityAsync(row, token), cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // It was known.
            }
        }

        foreach (var row in FactRow.ToRows(lead, facts))
        {
            await StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Replace, token), cancellationToken);
        }
    }

    public Task WithdrawUnsubscribeAsync(LeadId lead, CancellationToken cancellationToken) =>
        DeleteAsync(lead, StatisticsKeys.Fact(lead, StatisticsKeys.UnsubscribedFact), cancellationToken);

    public async Task<LeadFacts> FactsAsync(LeadId lead, CancellationToken cancellationToken)
    {
        var beginning = EventKeys.Lead(lead);
        return FactRow.ToFacts(await table
            .RowsAsync(StatisticsKeys.Facts(lead.Shard), beginning, EventKeys.After(beginning), int.MaxValue, cancellationToken)
            .ToListAsync(cancellationToken));
    }

    public Task<bool> CountAsync(LeadId lead, CancellationToken cancellationToken) => CountAsync(lead, isTrusting: true, cancellationToken);

    public Task<bool> RecountAsync(LeadId lead, CancellationToken cancellationToken) => CountAsync(lead, isTrusting: false, cancellationToken);

    public async IAsyncEnumerable<LeadId> LeadsAsync(Shard shard, LeadId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is { } last ? EventKeys.After(EventKeys.Lead(last)) : "";
        LeadId? before = null;
        await foreach (var row in table.RowsAsync(
            StatisticsKeys.Facts(shard), from, EventKeys.After(""), int.MaxValue, [nameof(TableEntity.RowKey)], cancellationToken))
        {
            var lead = StatisticsKeys.ToLead(row.RowKey);
            if (lead != before)
            {
                yield return lead;
                before = lead;
            }
        }
    }

    public IAsyncEnumerable<HourMark> HoursWithNewEvidenceAsync(CancellationToken cancellationToken) =>
        table.MarksAsync(StatisticsKeys.NewEvidence(), cancellationToken);

    public Task CountedAsync(HourMark hour, CancellationToken cancellationToken) =>
        table.SettleAsync(StatisticsKeys.NewEvidence(hour.Start), hour.Version, cancellationToken);

    private async Task<bool> CountAsync(LeadId lead, bool isTrusting, CancellationToken cancellationToken) =>
        await new LeadCount(table, lead).RunAsync(isTrusting, cancellationToken)
            ?? throw new LeadStoreUnavailableException($"Lead {lead} is being counted by others all the time.");

    private Task<Response> DeleteAsync(LeadId lead, string row, CancellationToken cancellationToken) =>
        StorageCalls.RunAsync(token => table.DeleteEntityAsync(StatisticsKeys.Facts(lead.Shard), row, ETag.All, token), cancellationToken);
}

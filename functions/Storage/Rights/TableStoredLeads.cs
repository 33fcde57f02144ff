using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>A lead is there as long as its reference is: both come with one transaction, and go with one.</summary>
public sealed class TableStoredLeads(TableClient table) : IStoredLeads
{
    public async Task<bool> IsStoredAsync(LeadId lead, CancellationToken cancellationToken) =>
        await table.FindAsync(lead.Shard.ToString(), RowKeys.Reference(lead), cancellationToken) is not null;
}

using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// One row for each lead that was erased, beside the evidence: it says only that, and names nobody, since nothing leads from it to a person any
/// more. Without it, an event that comes while or soon after it is erased would bring evidence back. It stays for <see cref="IErasedLeads.Remembered"/>.
/// </summary>
internal sealed class ErasedRows(TableClient table) : IErasedLeads
{
    private const string At = "At";
    private const int OnePage = 1000;
    private const int LookUpsAtOnce = 16;

    public Task AddAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new TableEntity(EventKeys.Erased, lead.ToString()) { [At] = now };
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Replace, token), cancellationToken);
    }

    /// <returns>Those of the leads that were erased.</returns>
    public async Task<IReadOnlyCollection<LeadId>> AmongAsync(IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken)
    {
        var asked = leads.ToHashSet();
        if (asked.Count < 2)
        {
            return await OneByOneAsync(asked, cancellationToken);
        }

        // Mostly there are few: one request tells for all.
        var (from, before) = (asked.Min(lead => lead.Value), asked.Max(lead => lead.Value));
        var rows = await table
            .RowsAsync(EventKeys.Erased, new LeadId(from).ToString(), new LeadId(before).ToString() + "0", OnePage, cancellationToken)
            .ToListAsync(cancellationToken);
        return rows.Count == OnePage
            ? await OneByOneAsync(asked, cancellationToken)
            : [.. rows.Select(row => LeadId.Parse(row.RowKey)).Where(asked.Contains)];
    }

    public async Task<int> ForgetErasedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        await foreach (var row in table.RowsAsync(EventKeys.Erased, "0", EventKeys.After(""), int.MaxValue, cancellationToken))
        {
            if (row.Time(At) < time)
            {
                await StorageCalls.RunAsync(token => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, token), cancellationToken);
                forgotten++;
            }
        }

        return forgotten;
    }

    private async Task<IReadOnlyCollection<LeadId>> OneByOneAsync(IEnumerable<LeadId> asked, CancellationToken cancellationToken)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<LeadId>();
        await Parallel.ForEachAsync(
            asked,
            new ParallelOptions { MaxDegreeOfParallelism = LookUpsAtOnce, CancellationToken = cancellationToken },
            async (lead, token) =>
            {
                if (await table.FindAsync(EventKeys.Erased, lead.ToString(), token) is not null)
                {
                    found.Add(lead);
                }
            });
        return found;
    }
}

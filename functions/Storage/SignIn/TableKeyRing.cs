using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>One row for each key; there are a handful in a year.</summary>
public sealed class TableKeyRing(TableClient table) : IKeyRingStore
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var elements = new List<string>();
        await foreach (var row in table.RowsAsync(SignInRows.Keys, SignInRows.First, SignInRows.Last, int.MaxValue, cancellationToken))
        {
            elements.Add(row.Text(SignInRows.Element));
        }

        return elements;
    }

    public Task AddAsync(string name, string element, CancellationToken cancellationToken) => StorageCalls.RunAsync(
        token => table.UpsertEntityAsync(new TableEntity(SignInRows.Keys, name) { [SignInRows.Element] = element }, TableUpdateMode.Replace, token),
        cancellationToken);
}

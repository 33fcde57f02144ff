using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Keeps what is known of how the app runs in the table of leads: when it does not answer, neither do they.</summary>
public sealed class TableUpkeepLog(TableClient table) : IUpkeepLog
{
    public Task RanAsync(TimerRun run, CancellationToken cancellationToken) => PutAsync(UpkeepRows.ToRow(run), TableUpdateMode.Merge, cancellationToken);

    public Task HeardAsync(string provider, DateTimeOffset at, CancellationToken cancellationToken) =>
        PutAsync(UpkeepRows.ToHeardRow(provider, at), TableUpdateMode.Replace, cancellationToken);

    public Task ScrubbedAsync(ScrubPass pass, CancellationToken cancellationToken) => PutAsync(UpkeepRows.ToRow(pass), TableUpdateMode.Replace, cancellationToken);

    public async Task<UpkeepState> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await table
            .RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {UpkeepRows.Partition}"), int.MaxValue, select: null, cancellationToken)
            .ToListAsync(cancellationToken);
        return new(
            Of(rows, UpkeepRows.RunPrefix).Select(UpkeepRows.ToRun).ToDictionary(run => run.Function),
            Of(rows, UpkeepRows.HeardPrefix).Select(UpkeepRows.ToHeard).ToDictionary(heard => heard.Provider, heard => heard.At),
            Of(rows, UpkeepRows.Scrub).Select(UpkeepRows.ToPass).FirstOrDefault());
    }

    private static IEnumerable<TableEntity> Of(List<TableEntity> rows, string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    private Task<Response> PutAsync(TableEntity row, TableUpdateMode mode, CancellationToken cancellationToken) =>
        StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, mode, token), cancellationToken);
}

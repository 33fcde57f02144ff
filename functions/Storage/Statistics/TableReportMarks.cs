using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>Keeps which reports were sent in the index of the table of events: a row a week for each member of marketing.</summary>
public sealed class TableReportMarks([FromKeyedServices(StorageFeature.Events)] TableClient table) : IReportMarks
{
    private const string Until = "Until";
    private const string Sent = "Sent";

    public async Task<bool> TryClaimAsync(ReportMark report, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var before = await FindAsync(report, cancellationToken);
        if (before is not null && (before.Flag(Sent) || now < before.Time(Until)))
        {
            return false;
        }

        var nonce = StorageCalls.NewNonce();
        var row = new TableEntity(EventKeys.Index, StatisticsKeys.Report(report)) { [Columns.Nonce] = nonce, [Until] = until, [Sent] = false };
        try
        {
            await StorageCalls.RunAsync(
                token => before is null ? table.AddEntityAsync(row, token) : table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, token),
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return (await FindAsync(report, cancellationToken))?.GetString(Columns.Nonce) == nonce;
        }
    }

    public Task FinishAsync(ReportMark report, CancellationToken cancellationToken)
    {
        var row = new TableEntity(EventKeys.Index, StatisticsKeys.Report(report)) { [Sent] = true };
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Merge, token), cancellationToken);
    }

    private Task<TableEntity?> FindAsync(ReportMark report, CancellationToken cancellationToken) =>
        table.FindAsync(EventKeys.Index, StatisticsKeys.Report(report), cancellationToken);
}

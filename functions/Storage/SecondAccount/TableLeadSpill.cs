using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>Keeps leads, sealed, in a table of the second account, under the keys of their submissions.</summary>
internal sealed partial class TableLeadSpill(TableClient table, SealedRow rows, ILogger<TableLeadSpill> logger) : ILeadSpill
{
    private const int MostTries = 3;
    private const int PageSize = 100;

    // Part of the place that a seal is good for: what waits here opens nowhere else.
    private const string Place = "spill";

    public bool IsSetUp => true;

    public async Task<CaptureOutcome> KeepAsync(NewLead lead, CancellationToken cancellationToken)
    {
        var nonce = StorageCalls.NewNonce();
        var kept = rows.Close(SpilledRow.ToRow(lead, nonce), Place);
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                await StorageCalls.RunAsync(token => table.AddEntityAsync(kept, token), cancellationToken);
                return new CaptureOutcome.Stored(lead.Lead.Id);
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                if (await table.FindAsync(kept.PartitionKey, kept.RowKey, cancellationToken) is { } before)
                {
                    return SpilledRow.ToOutcome(rows.Open(before, Place), nonce, lead.Fingerprint);
                }
            }
        }

        throw new LeadStoreUnavailableException("What was kept before has gone to the store meanwhile: it is not away any more.");
    }

    public async IAsyncEnumerable<SpilledLead> WaitingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var kept in table.RowsAsync("", PageSize, select: null, cancellationToken))
        {
            if (TryOpen(kept) is { } lead)
            {
                yield return new(lead, kept.ETag.ToString());
            }
        }
    }

    public async Task DoneAsync(SpilledLead lead, CancellationToken cancellationToken)
    {
        var (partition, key) = SpilledRow.KeysOf(lead.Lead);
        try
        {
            await StorageCalls.RunAsync(token => table.DeleteEntityAsync(partition, key, new ETag(lead.Version), token), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Gone already.
        }
    }

    private NewLead? TryOpen(TableEntity kept)
    {
        try
        {
            return SpilledRow.ToLead(rows.Open(kept, Place));
        }
        catch (SealBrokenException exception)
        {
            LogUnreadable(exception, kept.PartitionKey, kept.RowKey);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The lead that waits in the second account at {Partition} {Row} cannot be read. It is left where it is.")]
    private partial void LogUnreadable(Exception exception, string partition, string row);
}

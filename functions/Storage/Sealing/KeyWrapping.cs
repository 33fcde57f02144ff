using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Wraps the keys of the months under the first key of the settings. The keys themselves stay as they are, and with them all rows.</summary>
internal sealed class KeyWrapping(TableClient table, Seal seal)
{
    public async Task<WrappedKeys> RunAsync(CancellationToken cancellationToken)
    {
        var (all, wrapped) = (0, 0);
        await foreach (var row in RowsAsync(cancellationToken))
        {
            all++;
            if (IsOlder(row) && await TryWrapAsync(row, cancellationToken))
            {
                wrapped++;
            }
        }

        return new(all, wrapped);
    }

    /// <summary>How many are wrapped under another key.</summary>
    public async Task<int> OlderAsync(CancellationToken cancellationToken) => await RowsAsync(cancellationToken).CountAsync(IsOlder, cancellationToken);

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancellationToken) =>
        table.KeyRowsAsync(cancellationToken).Where(row => !DataKeyRow.IsShredded(row));

    private bool IsOlder(TableEntity row) => DataKeyRow.WrappedUnder(row) != seal.FirstKey;

    // Whoever was first has wrapped or shredded it.
    private async Task<bool> TryWrapAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            var rewrapped = DataKeyRow.Rewrapped(row, seal);
            await StorageCalls.RunAsync(token => table.UpdateEntityAsync(rewrapped, rewrapped.ETag, TableUpdateMode.Replace, token), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
        catch (SealBrokenException exception)
        {
            throw new LeadStoreUnavailableException($"The key of the month {row.RowKey} does not open: {exception.Message}", exception);
        }
    }
}

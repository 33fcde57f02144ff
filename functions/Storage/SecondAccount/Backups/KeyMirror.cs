using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>
/// The keys of the months a second time, in a table of the second account that is not made anew each day: copies do not hold them, so that a key that is
/// shredded here is gone there, too, the night after, and no older copy opens for that month.
/// </summary>
/// <param name="leads">The table of leads, as it is stored.</param>
/// <param name="account">The second account; null where there is none.</param>
/// <param name="name">Of the table in it.</param>
/// <param name="seal">Opens the keys, to see whether two are the same.</param>
/// <param name="logger">Told of a key that is another one here than there.</param>
internal sealed partial class KeyMirror(TableClient leads, TableServiceClient? account, string name, Seal seal, ILogger<KeyMirror> logger)
{
    /// <summary>The name of the table; the app makes it itself, as it makes the tables of copies.</summary>
    public const string Table = "datakeys";

    private TableClient? Mirror => account?.GetTableClient(name);

    /// <summary>Brings the second account up to date. What is missing here stays there: whoever loses this table has the keys of the copies there.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        if (Mirror is not { } mirror)
        {
            return;
        }

        await StorageCalls.RunAsync(token => mirror.CreateIfNotExistsAsync(token), cancellationToken);
        var there = await mirror.KeyRowsAsync(cancellationToken).ToDictionaryAsync(row => row.RowKey, cancellationToken: cancellationToken);
        await foreach (var row in leads.KeyRowsAsync(cancellationToken))
        {
            if (IsNews(row, there.GetValueOrDefault(row.RowKey)))
            {
                await StorageCalls.RunAsync(token => mirror.UpsertEntityAsync(row, TableUpdateMode.Replace, token), cancellationToken);
            }
        }
    }

    /// <summary>Puts the keys of the second account into the table of leads, in place of any that are there.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (Mirror is not { } mirror)
        {
            return;
        }

        // Made if it is not there: copies from before leads were sealed come without keys.
        await StorageCalls.RunAsync(token => mirror.CreateIfNotExistsAsync(token), cancellationToken);
        await foreach (var row in mirror.KeyRowsAsync(cancellationToken))
        {
            await StorageCalls.RunAsync(token => leads.UpsertEntityAsync(row, TableUpdateMode.Replace, token), cancellationToken);
        }
    }

    /// <summary>How many there are wrapped under another key of the settings than the first.</summary>
    public async Task<int> OlderAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Mirror is { } mirror
                ? await mirror.KeyRowsAsync(cancellationToken).CountAsync(row => !DataKeyRow.IsShredded(row) && DataKeyRow.WrappedUnder(row) != seal.FirstKey, cancellationToken)
                : 0;
        }
        catch (LeadStoreUnavailableException exception) when (exception.InnerException is RequestFailedException { Status: 404 })
        {
            // No night has been yet.
            return 0;
        }
    }

    // A key is only ever replaced by itself, wrapped anew, or by nothing, when it was shredded. Another key of the same name was made in a table that
    // was emptied, and the copies need the one from before.
    private bool IsNews(TableEntity row, TableEntity? there)
    {
        if (there is null || DataKeyRow.IsShredded(row))
        {
            return there is null || !DataKeyRow.IsShredded(there);
        }

        if (!DataKeyRow.IsShredded(there) && row.GetBinary(DataKeyRow.Wrapped).AsSpan().SequenceEqual(there.GetBinary(DataKeyRow.Wrapped)))
        {
            return false;
        }

        if (IsSame(row, there))
        {
            return true;
        }

        LogOther(row.RowKey);
        return false;
    }

    private bool IsSame(TableEntity row, TableEntity there)
    {
        try
        {
            return !DataKeyRow.IsShredded(there)
                && CryptographicOperations.FixedTimeEquals(DataKeyRow.ToKey(row, seal).Secret, DataKeyRow.ToKey(there, seal).Secret);
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The key of the month {Name} is another one in the second account, or does not open there: that one is left, since copies need it, and this one is not copied.")]
    private partial void LogOther(string name);
}

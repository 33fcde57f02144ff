using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads what the transactions of <see cref="TableLeadStore"/> have noted, in the same table.</summary>
public sealed class TableOutbox(TableClient table) : IOutbox
{
    private const int DeletionsAtOnce = 8;

    public async IAsyncEnumerable<OutboxNote> WaitingAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, OutboxRow.Prefix, cancellationToken))
        {
            yield return OutboxRow.ToNote(row);
        }
    }

    public Task DoneAsync(IReadOnlyCollection<OutboxNote> notes, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        notes.Select(OutboxRow.ToRead),
        new ParallelOptions { MaxDegreeOfParallelism = DeletionsAtOnce, CancellationToken = cancellationToken },
        async (row, token) =>
        {
            try
            {
                await StorageCalls.RunAsync(call => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, call), token);
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Noted again meanwhile: it waits for the next time.
            }
        });

    public async IAsyncEnumerable<LeadHandle> CapturedAsync(Shard shard, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.RowsAsync(
            shard.ToString(), RowKeys.LeadPrefix, RowKeys.LeadBefore(from), int.MaxValue, LeadRow.HandleColumns, cancellationToken))
        {
            yield return LeadRow.ToHandleOfLead(row);
        }
    }

    public async IAsyncEnumerable<LeadHandle> OfContactAsync(ContactKey contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(contact.Shard, RowKeys.SubmissionsOf(contact), cancellationToken))
        {
            yield return LeadRow.ToHandleOfLead(row);
        }
    }
}

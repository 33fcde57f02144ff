using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Lets a lead out of quarantine, with all that a capture would have begun, in one transaction that holds only while the lead is as it
/// was read. Whoever comes second, or has lost the first answer, finds it released and leaves it so.
/// </summary>
internal sealed class ReleaseTransaction(TableClient table)
{
    // Only another change of the same lead stands in the way, and those are rare.
    private const int MostTries = 5;

    public async Task<Lead?> RunAsync(LeadHandle handle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await table.FindAsync(handle.Id.Shard.ToString(), RowKeys.Lead(handle), cancellationToken) is not { } row)
            {
                return null;
            }

            var held = LeadRow.ToLead(row);
            if (!held.Quarantined)
            {
                return held;
            }

            var released = held.Release(now);
            try
            {
                await table.CommitAsync(ToBatch(released, row.ETag, now), cancellationToken);
                return released;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Released or changed by somebody else, or by us with the answer lost: the row tells.
            }
        }

        throw new UnreachableException($"Lead {handle.Id} changes all the time.");
    }

    private static Batch ToBatch(Lead released, ETag version, DateTimeOffset now)
    {
        var nonce = StorageCalls.NewNonce();
        var batch = new Batch(released.Contact.Shard)
            .MergeIfSame(LeadRow.ToReleased(released, version, nonce))
            .Merge(ContactRow.ToSeen(released))
            .Put(LeadRow.ToDigestRow(released));
        foreach (var work in released.FirstWork())
        {
            batch.Insert(WorkRow.ToRow(work, nonce));
        }

        return batch.Note([OutboxNote.Captured(released, now)]);
    }
}

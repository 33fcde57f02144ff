using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Stores a lead and all that begins with it in one transaction, without reading first.</summary>
internal sealed class CaptureTransaction(TableClient table)
{
    // Of the 2^26 references of a shard, even a million taken ones leave the fifth try in a row to fail once in 10^9.
    private const int MostTries = 5;

    public async Task<CaptureOutcome> RunAsync(NewLead captured, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var nonce = StorageCalls.NewNonce();
            try
            {
                await table.CommitAsync(ToBatch(captured, nonce), cancellationToken);
                return new CaptureOutcome.Stored(captured.Lead.Id);
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                if (await FindSubmissionAsync(captured, cancellationToken) is { } before)
                {
                    return LeadRow.ToOutcome(before, nonce, captured.Fingerprint);
                }
            }

            // Nothing was stored, so it is the reference that is taken.
            captured = captured.WithOtherId();
        }

        throw new UnreachableException("No free reference was found.");
    }

    private Task<TableEntity?> FindSubmissionAsync(NewLead captured, CancellationToken cancellationToken) => table.FindAsync(
        captured.Lead.Contact.Shard.ToString(),
        RowKeys.Submission(captured.Lead.Contact, captured.Submission),
        cancellationToken);

    private static Batch ToBatch(NewLead captured, string nonce)
    {
        var lead = captured.Lead;
        var batch = new Batch(lead.Contact.Shard)
            .Insert(LeadRow.ToSubmissionRow(captured, nonce))
            .Insert(LeadRow.ToReferenceRow(lead))
            .Insert(LeadRow.ToRow(lead, nonce))
            .Insert(LeadRow.ToDigestRow(lead));

        // A probable forgery of somebody's address must not end the letters that this person asked for.
        if (!lead.Quarantined)
        {
            batch.Merge(ContactRow.ToSeen(lead));
        }

        foreach (var work in lead.FirstWork())
        {
            batch.Insert(WorkRow.ToRow(work, nonce));
        }

        // The figures look for captures among the newest leads only.
        return captured.StoredLateAt is { } now ? batch.Note([OutboxNote.Captured(lead, now)]) : batch;
    }
}

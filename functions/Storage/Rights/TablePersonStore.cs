using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads all rows of a person, and writes their word into the row of their contact.</summary>
public sealed class TablePersonStore(TableClient table) : IPersonStore
{
    // Each try that is lost means that another change of the same person was committed: they do not go on for ever.
    private const int MostTries = 20;

    // Of the hundred rows of a transaction: the contact, its receipts, and two for each piece of work.
    private const int MostPaused = 40;

    public async Task<Person?> FindAsync(ContactKey key, CancellationToken cancellationToken)
    {
        var contact = await table.FindAsync(key.Shard.ToString(), RowKeys.Contact(key), cancellationToken);
        var leads = new List<Lead>();
        var sends = new List<SendRecord>();
        await foreach (var submission in table.BeginningAsync(key.Shard, RowKeys.SubmissionsOf(key), cancellationToken))
        {
            var handle = LeadRow.ToHandleOfLead(submission);
            if (await table.FindAsync(key.Shard.ToString(), RowKeys.Lead(handle), cancellationToken) is not { } lead || RowSealing.IsBroken(lead))
            {
                continue;
            }

            leads.Add(LeadRow.ToLead(lead));
            await foreach (var send in table.BeginningAsync(key.Shard, RowKeys.SendsOf(handle.Id), cancellationToken))
            {
                sends.Add(WorkRow.ToRecord(SendKey.Parse(send.RowKey[2..]), send));
            }
        }

        var receipts = new List<ConsentReceipt>();
        await foreach (var receipt in table.BeginningAsync(key.Shard, RightsKeys.Receipts(key), cancellationToken))
        {
            receipts.Add(ReceiptRow.ToReceipt(receipt));
        }

        return contact is null && leads.Count == 0 ? null : new(
            contact is null ? new() { Key = key, LatestLead = default } : ContactRow.ToContact(key, contact),
            [.. leads.OrderByDescending(lead => lead.CapturedAt)],
            [.. sends.OrderBy(send => send.At)],
            receipts);
    }

    public async Task ChangeAsync(ContactKey key, Func<Contact, ContactChange?> decide, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var row = await table.FindAsync(key.Shard.ToString(), RowKeys.Contact(key), cancellationToken);
            var before = row is null ? new Contact { Key = key, LatestLead = default } : ContactRow.ToContact(key, row);
            if (decide(before) is not { } change)
            {
                return;
            }

            if (await TryCommitAsync(await ToBatchAsync(before, row, change, now, cancellationToken), cancellationToken))
            {
                return;
            }
        }

        throw new UnreachableException($"Contact {key} changed with every try.");
    }

    private async Task<Batch> ToBatchAsync(Contact before, TableEntity? row, ContactChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var nonce = StorageCalls.NewNonce();
        var batch = new Batch(before.Key.Shard);
        var after = ContactChangeRow.ToRow(change.Contact, row);
        batch = row is null ? batch.Insert(after) : batch.ReplaceIfSame(after);
        foreach (var receipt in change.Receipts)
        {
            batch.Put(ReceiptRow.ToRow(before.Key, receipt));
        }

        if (before.PausedUntil is { } until && change.Contact.PausedUntil is null)
        {
            // Work is put off on the condition that the contact is as it was read, so none is put off after this.
            var paused = await table.DueOfAsync(before.Key, cancellationToken).Select(WorkRow.ToWork).Where(work => work.Key.Track == Track.Visitor && work.DueAt == until).Take(MostPaused).ToListAsync(cancellationToken);
            foreach (var work in paused)
            {
                batch.Delete(WorkRow.ToTaken(work)).Insert(WorkRow.ToRow(work with { DueAt = now }, nonce));
            }
        }

        return batch.Note(OutboxNote.Of(before, change.Contact));
    }

    // An answer that was lost is not looked for: decided again, what was committed leaves the same, under the same keys.
    private async Task<bool> TryCommitAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            await table.CommitAsync(batch, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}

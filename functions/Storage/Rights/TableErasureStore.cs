using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Deletes rows. Each is deleted as it was read: whoever changes one meanwhile makes all of that transaction be read again, so that a claim,
/// its completion or a note either comes before and is erased, or finds nothing to change.
/// </summary>
public sealed class TableErasureStore(TableClient table) : IErasureStore
{
    // Each try that is lost means that another change was committed.
    private const int MostTries = 50;

    // What leads to a lead goes in the last transaction, with the lead: until then it can be found and gone on with.
    private const int MostAtOnce = 90;

    public async Task<Erasure> BeginAsync(ContactKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(RightsKeys.Erasure(key), key, cancellationToken) is { } begun)
            {
                return ErasureRow.ToErasure(key, begun, await LeadsOfAsync(key, cancellationToken));
            }

            // In this order: a request that comes after the list was made changes the contact, and the list is made again.
            var contact = await FindAsync(RowKeys.Contact(key), key, cancellationToken);
            var marker = ErasureRow.ToRow(key, await LeadsOfAsync(key, cancellationToken), now);
            var row = ContactChangeRow.ToErasing(key, contact, now);
            var batch = new Batch(key.Shard).Insert(marker);
            await TryCommitAsync(contact is null ? batch.Insert(row) : batch.ReplaceIfSame(row), cancellationToken);
        }

        throw new UnreachableException($"Contact {key} changed with every try.");
    }

    public async Task RemoveAsync(ContactKey key, LeadHandle lead, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (rows, last) = await CollectAsync(key, lead, cancellationToken);
            if (await TryRemoveAsync(key.Shard, rows, last, cancellationToken))
            {
                return;
            }
        }

        throw new UnreachableException($"Lead {lead.Id} changed with every try.");
    }

    public async Task FinishAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(RightsKeys.Erasure(erasure.Contact), erasure.Contact, cancellationToken) is not { } marker
                || await TryFinishAsync(erasure, marker, cancellationToken))
            {
                return;
            }
        }

        throw new UnreachableException($"Contact {erasure.Contact} changed with every try.");
    }

    public async Task ForgetIfIdleAsync(ContactKey key, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            // A request that comes later changes the contact, and then this is decided again.
            var contact = await FindAsync(RowKeys.Contact(key), key, cancellationToken);
            if ((await LeadsOfAsync(key, cancellationToken)).Count > 0 || await FindAsync(RightsKeys.Erasure(key), key, cancellationToken) is not null)
            {
                return;
            }

            var batch = new Batch(key.Shard);
            var isAll = await AddRestAsync(batch, key, until: DateTimeOffset.MaxValue, cancellationToken);
            if (isAll && contact is not null)
            {
                Leave(batch, ContactChangeRow.ToSuppressionAlone(key, contact));
            }

            if (batch.Actions.Count == 0 || (await TryCommitAsync(batch, cancellationToken) && isAll))
            {
                return;
            }
        }

        throw new UnreachableException($"Contact {key} changed with every try.");
    }

    public async IAsyncEnumerable<ContactKey> BegunAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, RightsKeys.ErasurePrefix, cancellationToken))
        {
            yield return ContactKey.Parse(row.RowKey[RightsKeys.ErasurePrefix.Length..]);
        }
    }

    public async IAsyncEnumerable<Lead> CapturedBeforeAsync(Shard shard, DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.RowsAsync(shard.ToString(), RowKeys.LeadsBefore(time), RowKeys.AfterLeads, int.MaxValue, cancellationToken))
        {
            // Who it was, no clock asks: what cannot be opened any more is kept no longer than the rest.
            yield return RowSealing.IsBroken(row) ? LeadRow.ToLeadOfNobody(row) : LeadRow.ToLead(row);
        }
    }

    private async Task<(List<TableEntity> Rows, List<TableEntity> Last)> CollectAsync(ContactKey key, LeadHandle lead, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var due in table.DueOfAsync(key, cancellationToken))
        {
            if (WorkRow.IsOf(lead.Id, due))
            {
                rows.Add(due);
            }
        }

        foreach (var kind in RightsKeys.KindsOf(lead.Id))
        {
            rows.AddRange(await table.BeginningAsync(key.Shard, kind, cancellationToken).ToListAsync(cancellationToken));
        }

        var last = await table.BeginningAsync(key.Shard, RowKeys.SubmissionsOf(key), cancellationToken)
            .Where(row => LeadRow.ToHandleOfLead(row).Id == lead.Id)
            .ToListAsync(cancellationToken);
        foreach (var found in new[] { RowKeys.Lead(lead), RowKeys.Reference(lead.Id) })
        {
            if (await FindAsync(found, key, cancellationToken) is { } row)
            {
                last.Add(row);
            }
        }

        return (rows, last);
    }

    private async Task<bool> TryRemoveAsync(Shard shard, List<TableEntity> rows, List<TableEntity> last, CancellationToken cancellationToken)
    {
        var chunks = rows.Chunk(MostAtOnce).ToList();
        for (var index = 0; index < chunks.Count - 1; index++)
        {
            if (!await TryDeleteAsync(shard, chunks[index], cancellationToken))
            {
                return false;
            }
        }

        return await TryDeleteAsync(shard, [.. chunks.LastOrDefault() ?? [], .. last], cancellationToken);
    }

    private async Task<bool> TryFinishAsync(Erasure erasure, TableEntity marker, CancellationToken cancellationToken)
    {
        var key = erasure.Contact;
        var contact = await FindAsync(RowKeys.Contact(key), key, cancellationToken);
        var batch = new Batch(key.Shard).Delete(marker);
        if (!await AddRestAsync(batch, key, erasure.BeganAt, cancellationToken))
        {
            // More than fit: these go first, and the marker stays for the rest.
            batch = new Batch(key.Shard);
            await AddRestAsync(batch, key, erasure.BeganAt, cancellationToken);
            await TryCommitAsync(batch, cancellationToken);
            return false;
        }

        if (contact is not null)
        {
            Leave(batch, ContactChangeRow.ToErased(key, contact));
        }

        return await TryCommitAsync(batch, cancellationToken);
    }

    /// <summary>Adds the deletion of receipts, of a request for the link and of what was noted of the person, as far as they fit.</summary>
    /// <returns>False when more are there.</returns>
    private async Task<bool> AddRestAsync(Batch batch, ContactKey key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        foreach (var found in new[] { RightsKeys.Request(key), OutboxRow.Contact(key) })
        {
            if (await FindAsync(found, key, cancellationToken) is { } row)
            {
                batch.Delete(row);
            }
        }

        await foreach (var receipt in table.BeginningAsync(key.Shard, RightsKeys.Receipts(key), cancellationToken))
        {
            if (batch.Actions.Count >= MostAtOnce)
            {
                return false;
            }

            // What was said after it began is about what came after it began.
            if (ReceiptRow.ToReceipt(receipt).At <= until)
            {
                batch.Delete(receipt);
            }
        }

        return true;
    }

    // A row that says nothing more is no row.
    private static void Leave(Batch batch, TableEntity contact)
    {
        if (ContactChangeRow.IsEmpty(contact))
        {
            batch.Delete(contact);
        }
        else
        {
            batch.ReplaceIfSame(contact);
        }
    }

    private async Task<List<LeadHandle>> LeadsOfAsync(ContactKey key, CancellationToken cancellationToken) =>
        await table.BeginningAsync(key.Shard, RowKeys.SubmissionsOf(key), cancellationToken).Select(LeadRow.ToHandleOfLead).ToListAsync(cancellationToken);

    private Task<TableEntity?> FindAsync(string row, ContactKey key, CancellationToken cancellationToken) =>
        table.FindAsync(key.Shard.ToString(), row, cancellationToken);

    private async Task<bool> TryDeleteAsync(Shard shard, TableEntity[] rows, CancellationToken cancellationToken) =>
        rows.Length == 0 || await TryCommitAsync(rows.Aggregate(new Batch(shard), (batch, row) => batch.Delete(row)), cancellationToken);

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

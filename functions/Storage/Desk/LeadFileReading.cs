using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads all that is known of a lead: five ranges of one partition at once.</summary>
internal sealed class LeadFileReading(TableClient table)
{
    private const int AtOnce = 8;

    public async Task<LeadFile?> ReadAsync(LeadId id, CancellationToken cancellationToken)
    {
        if (await FindHandleAsync(id, cancellationToken) is not { } handle
            || await table.FindAsync(id.Shard.ToString(), RowKeys.Lead(handle), cancellationToken) is not { } row)
        {
            return null;
        }

        var lead = LeadRow.ToLead(row);
        var timeline = table.BeginningAsync(id.Shard, RowKeys.TimelineOf(id), cancellationToken).Select(TimelineRow.ToEntry).ToListAsync(cancellationToken).AsTask();
        var sends = table.BeginningAsync(id.Shard, RowKeys.SendsOf(id), cancellationToken).Select(WorkRow.ToRecord).ToListAsync(cancellationToken).AsTask();
        var deadLetters = table.BeginningAsync(id.Shard, RowKeys.DeadLettersOf(id), cancellationToken).Select(WorkRow.ToDeadLetter).ToListAsync(cancellationToken).AsTask();
        var due = DueAsync(id, cancellationToken);
        var contact = table.FindAsync(lead.Contact.Shard.ToString(), RowKeys.Contact(lead.Contact), cancellationToken);
        var others = OfPersonAsync(lead.Contact, after: null, cancellationToken)
            .Where(other => other.Id != id)
            .Take(LeadFile.MostOthers)
            .ToListAsync(cancellationToken).AsTask();
        await Task.WhenAll(timeline, sends, deadLetters, due, contact, others);
        return new(lead, LeadRow.VersionOf(row.ETag))
        {
            Timeline = await timeline,
            Sends = [.. (await sends).OrderBy(send => send.At)],
            DeadLetters = await deadLetters,
            Due = await due,
            Contact = await contact is { } person ? ContactRow.ToContact(lead.Contact, person) : null,
            Others = await others,
        };
    }

    /// <summary>All leads of a person, newest first.</summary>
    public async IAsyncEnumerable<Lead> OfPersonAsync(
        ContactKey contact, LeadCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is null ? "" : RowKeys.AfterLead(after.Last);
        var keys = await table.BeginningAsync(contact.Shard, RowKeys.SubmissionsOf(contact), cancellationToken)
            .Select(row => RowKeys.Lead(LeadRow.ToHandleOfLead(row)))
            .Where(key => string.CompareOrdinal(key, from) > 0)
            .Order(StringComparer.Ordinal)
            .ToListAsync(cancellationToken);
        foreach (var chunk in keys.Chunk(AtOnce))
        {
            foreach (var row in await Task.WhenAll(chunk.Select(key => table.FindAsync(contact.Shard.ToString(), key, cancellationToken))))
            {
                if (row is not null && !RowSealing.IsBroken(row))
                {
                    yield return LeadRow.ToLead(row);
                }
            }
        }
    }

    public async Task<LeadHandle?> FindHandleAsync(LeadId id, CancellationToken cancellationToken) =>
        await table.FindAsync(id.Shard.ToString(), RowKeys.Reference(id), cancellationToken) is { } reference ? LeadRow.ToHandle(id, reference) : null;

    // Work is filed by its time, so the whole of it is gone through; the service does that, and gives back two rows.
    private async Task<IReadOnlyList<DueWork>> DueAsync(LeadId id, CancellationToken cancellationToken)
    {
        var due = await table.DueOfAsync(id, cancellationToken).ToListAsync(cancellationToken);
        return [.. due.OrderBy(work => work.DueAt)];
    }
}

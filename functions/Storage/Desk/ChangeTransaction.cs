using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Telemetry;

namespace LeadFunctions.Storage;

/// <summary>
/// Carries out what staff order: the lead, its timeline and all that follows, in one transaction that holds only while the lead is as it was
/// read. The timeline tells whether an order was carried out, by its mark: its rows stay, whatever happens to the lead afterwards.
/// </summary>
internal sealed class ChangeTransaction(TableClient table)
{
    // Each try fails only because somebody else's write went through.
    private const int MostTries = 20;

    // Each takes two rows of the hundred of a transaction; the rest needs fewer than twenty.
    private const int MostHeld = 40;

    public async Task<ChangeOutcome> RunAsync(LeadId id, StaffOrder order, CancellationToken cancellationToken)
    {
        var nonce = order.Id is { } name ? NonceOf(id, name) : StorageCalls.NewNonce();
        if (await table.FindAsync(id.Shard.ToString(), RowKeys.Reference(id), cancellationToken) is not { } reference)
        {
            return new ChangeOutcome.NotFound();
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await table.FindAsync(id.Shard.ToString(), RowKeys.Lead(LeadRow.ToHandle(id, reference)), cancellationToken) is not { } row)
            {
                return new ChangeOutcome.NotFound();
            }

            var (lead, version) = (LeadRow.ToLead(row), LeadRow.VersionOf(row.ETag));
            if ((tries > 0 || order.Id is not null) && await IsCarriedOutAsync(id, nonce, cancellationToken))
            {
                return new ChangeOutcome.Done(lead, version);
            }

            if (order.Version is { } seen && seen != version)
            {
                return new ChangeOutcome.Stale(lead, version);
            }

            if (await TryRunAsync(row, lead, order, nonce, cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        throw new UnreachableException($"Lead {id} changes all the time.");
    }

    /// <returns>Null when somebody else was first, or the answer was lost: the rows tell.</returns>
    private async Task<ChangeOutcome?> TryRunAsync(TableEntity row, Lead lead, StaffOrder order, string nonce, CancellationToken cancellationToken)
    {
        var contact = await ContactAsync(lead, order.Change, cancellationToken);
        var letter = await LetterAsync(lead, order.Change, cancellationToken);
        return ChangeDecision.Of(lead, contact, order.Change, order.At, letter is not null) switch
        {
            ChangeDecision.Refused refused => new ChangeOutcome.Refused(lead, refused.Problem),
            ChangeDecision.Made { Deeds.Count: 0 } => new ChangeOutcome.Done(lead, LeadRow.VersionOf(row.ETag)),
            ChangeDecision.Made made => await TryCommitAsync(new(row, made, contact, letter, order, nonce), cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<ChangeOutcome?> TryCommitAsync(Decided decided, CancellationToken cancellationToken)
    {
        var made = decided.Made;
        var held = await HeldAsync(made, cancellationToken);
        try
        {
            var answers = await table.CommitAsync(ToBatch(decided, held), cancellationToken);
            if (made is { Before.FirstRespondedAt: null, After.FirstRespondedAt: { } answered })
            {
                Figures.Answered(made.After.Kind, answered - made.After.CapturedAt);
            }

            return new ChangeOutcome.Done(made.After, LeadRow.VersionOf(answers[0].Headers.ETag ?? default));
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return null;
        }
        catch (LeadStoreUnavailableException)
        {
            if (await IsCarriedOutAsync(made.After.Id, decided.Nonce, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    private static Batch ToBatch(Decided decided, IEnumerable<DueWork> held)
    {
        var (row, made, contact, letter, order, nonce) = decided;
        var lead = made.After;
        var notes = OutboxNote.Of(LeadRow.ToLead(row), made, order.At).ToList();
        var batch = new Batch(lead.Contact.Shard).ReplaceIfSame(LeadRow.ToChanged(row, lead, nonce));
        foreach (var (index, deed) in made.Deeds.Index())
        {
            batch.Insert(TimelineRow.ToRow(lead.Id, new(order.At, order.By, deed), nonce, index));
        }

        AddContact(batch, made, contact, nonce);
        if (letter is not null && made.MovesLetter)
        {
            AddLetter(batch, lead, letter, order, nonce);
        }

        foreach (var work in held)
        {
            batch.Delete(WorkRow.ToTaken(work)).Insert(WorkRow.ToRow(work with { DueAt = order.At }, nonce));
        }

        if (made.IsReleased)
        {
            batch.Put(LeadRow.ToDigestRow(lead));
            foreach (var work in lead.FirstWork())
            {
                batch.Insert(WorkRow.ToRow(work, nonce));
            }
        }

        // What the figures hear of is committed with the change, or not at all.
        return batch.Note(notes);
    }

    private static void AddLetter(Batch batch, Lead lead, TableEntity letter, StaffOrder order, string nonce)
    {
        batch.Delete(new(letter.PartitionKey, letter.RowKey) { ETag = letter.ETag });
        if (order.Change.Letter is { IsPutBack: true })
        {
            var work = WorkRow.ToWork(letter).PutBack(order.At);
            batch.Insert(WorkRow.ToRow(work with { IsUrgent = work.Key.Track == Track.Alert && lead.IsUrgent }, nonce));
        }
    }

    // With articles held, let go, paused or going on, the contact gets a new version: no claim and no hold decided before comes through.
    private static void AddContact(Batch batch, ChangeDecision.Made made, Contact? contact, string nonce)
    {
        if (contact is not null && (made.LetsArticlesGo || made.TurnsFollowUp))
        {
            batch.MergeIfSame(ContactRow.ToTurned(contact, made.IsReleased ? made.After : null, made.LetsArticlesGo, nonce));
        }
        else if (made.IsReleased)
        {
            batch.Merge(ContactRow.ToSeen(made.After));
        }
    }

    private async Task<Contact?> ContactAsync(Lead lead, LeadChange change, CancellationToken cancellationToken) =>
        (change.ReleasesArticles || change.IsFollowUpPaused is not null)
        && await table.FindAsync(lead.Contact.Shard.ToString(), RowKeys.Contact(lead.Contact), cancellationToken) is { } row
            ? ContactRow.ToContact(lead.Contact, row)
            : null;

    private async Task<TableEntity?> LetterAsync(Lead lead, LeadChange change, CancellationToken cancellationToken) =>
        change.Letter is { Mail: var mail } && mail.Lead == lead.Id
            ? await table.FindAsync(lead.Contact.Shard.ToString(), RowKeys.DeadLetter(mail), cancellationToken)
            : null;

    /// <summary>The held work that goes on with the change.</summary>
    private async Task<IReadOnlyList<DueWork>> HeldAsync(ChangeDecision.Made made, CancellationToken cancellationToken)
    {
        var goesOn = made.TurnsFollowUp && !made.After.IsFollowUpPaused;
        if (!made.LetsArticlesGo && !goesOn)
        {
            return [];
        }

        var contact = made.After.Contact;
        var filter = $"{TableRows.Beginning(contact.Shard.ToString(), RowKeys.HeldPrefix)} and {TableClient.CreateQueryFilter($"Contact eq {contact.Hex}")}";
        var held = await table.RowsAsync(filter, int.MaxValue, select: null, cancellationToken)
            .Select(WorkRow.ToWork)
            .Where(work => made.LetsArticlesGo || work.Key.Lead == made.After.Id)
            .ToListAsync(cancellationToken);
        return held.Count <= MostHeld ? held : throw new UnreachableException($"More work of {contact} is held than one person can have.");
    }

    private Task<bool> IsCarriedOutAsync(LeadId id, string nonce, CancellationToken cancellationToken)
    {
        var filter = TableRows.Beginning(id.Shard.ToString(), RowKeys.TimelineOf(id));
        return table.RowsAsync(filter, int.MaxValue, ["RowKey"], cancellationToken).AnyAsync(row => RowKeys.IsOf(row.RowKey, nonce), cancellationToken).AsTask();
    }

    /// <summary>A change that can be made, and the rows on which that was decided.</summary>
    private sealed record Decided(TableEntity Row, ChangeDecision.Made Made, Contact? Contact, TableEntity? Letter, StaffOrder Order, string Nonce);

    // The same order has the same mark, wherever and whenever it comes again.
    private static string NonceOf(LeadId id, string order) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}~{order}")).AsSpan(0, 8));
}

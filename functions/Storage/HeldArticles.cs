using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Lets the articles of a person go on. Work is held on the condition that the contact has not changed since it was read, and so is it let
/// go here: whichever of the two comes first, no work is left behind where nobody would look for it again.
/// </summary>
/// <param name="table">Where leads are kept.</param>
/// <param name="heldRows">Reads the rows of all work that is held in a shard.</param>
internal sealed class HeldArticles(TableClient table, Func<Shard, CancellationToken, IAsyncEnumerable<TableEntity>> heldRows)
{
    // Each try that is lost means that another change of the same person was committed: they do not go on for ever.
    private const int MostTries = 20;

    // Each takes two rows of the hundred of a transaction, and the contact takes one.
    private const int MostInOne = 49;

    public async Task ReleaseAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await table.FindAsync(contact.Shard.ToString(), RowKeys.Contact(contact), cancellationToken) is not { } row
                || ContactRow.ToContact(contact, row) is not { AreArticlesHeld: true } person)
            {
                return;
            }

            var held = await HeldAsync(contact, cancellationToken);
            var isAll = held.Count <= MostInOne;
            if (await TryReleaseAsync(person with { AreArticlesHeld = !isAll }, held.Take(MostInOne), now, cancellationToken) && isAll)
            {
                return;
            }
        }

        throw new UnreachableException($"The articles of {contact} could not be released.");
    }

    private async Task<bool> TryReleaseAsync(Contact person, IEnumerable<DueWork> held, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var nonce = StorageCalls.NewNonce();
        var batch = new Batch(person.Key.Shard).MergeIfSame(ContactRow.ToReleased(person));
        foreach (var work in held)
        {
            batch.Delete(WorkRow.ToTaken(work)).Insert(WorkRow.ToRow(work with { DueAt = now }, nonce));
        }

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

    private async Task<List<DueWork>> HeldAsync(ContactKey contact, CancellationToken cancellationToken)
    {
        var held = new List<DueWork>();
        await foreach (var row in heldRows(contact.Shard, cancellationToken))
        {
            if (WorkRow.ToWork(row) is var work && work.Contact == contact)
            {
                held.Add(work);
            }
        }

        return held;
    }
}

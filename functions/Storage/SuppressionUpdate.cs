using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Adds suppressions to a contact's row. It is read first, so that the earliest time of each reason is kept in whatever order they come;
/// whoever changes the row meanwhile, a claim as well, makes it be read again.
/// </summary>
internal sealed class SuppressionUpdate(TableClient table)
{
    // Each try fails only because somebody else's write went through.
    private const int MostTries = 20;

    public async Task RunAsync(ContactKey key, IReadOnlyCollection<Suppression> suppressions, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var row = await table.FindAsync(key.Shard.ToString(), RowKeys.Contact(key), cancellationToken);
            var before = row is null ? new Contact { Key = key, LatestLead = default } : ContactRow.ToContact(key, row);
            var after = suppressions.Aggregate(before, (contact, suppression) => contact.With(suppression));
            if (after == before || await TryWriteAsync(before, after, isNew: row is null, cancellationToken))
            {
                return;
            }
        }

        throw new UnreachableException($"Contact {key} changed with every try.");
    }

    private async Task<bool> TryWriteAsync(Contact before, Contact after, bool isNew, CancellationToken cancellationToken)
    {
        var row = ContactRow.ToSuppressed(after);
        var batch = new Batch(after.Key.Shard);
        batch = isNew ? batch.Insert(row) : batch.MergeIfSame(row);
        try
        {
            await table.CommitAsync(batch.Note(OutboxNote.Of(before, after)), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Commits one repair under the versions of what it was decided on: whoever was first makes it fail, and nothing is changed.</summary>
internal sealed class ScrubTransaction(TableClient table)
{
    private const int MostAtOnce = 90;
    private const int SubmissionBytes = 32;

    public async Task<bool> TryRunAsync(LeadBook book, ScrubRepair repair, CancellationToken cancellationToken)
    {
        try
        {
            if (repair is ScrubRepair.RemoveAll)
            {
                await RemoveAllAsync(book, cancellationToken);
                return true;
            }

            await table.CommitAsync(ToBatch(book, repair, StorageCalls.NewNonce()), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    private static Batch ToBatch(LeadBook book, ScrubRepair repair, string nonce) => repair switch
    {
        ScrubRepair.AddWork { Work: var work } => WithContact(Unchanged(book, nonce), book, work, nonce).Insert(WorkRow.ToRow(work, nonce)),
        ScrubRepair.AddReference => Unchanged(book, nonce).Insert(LeadRow.ToReferenceRow(LeadOf(book))),
        ScrubRepair.AddSubmission => Unchanged(book, nonce).Insert(LeadRow.ToSubmissionRow(new(LeadOf(book), SubmissionOf(book.Id), nonce), nonce)),
        ScrubRepair.AddContact => Unchanged(book, nonce).Insert(ContactRow.ToSeen(LeadOf(book))),
        ScrubRepair.RemoveWork { Work: var work } => new Batch(book.Id.Shard).Delete(WorkRow.ToTaken(work)),
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair.GetType().Name, message: null),
    };

    // The lead is marked with the repair, so that what staff or an erasure do at this moment comes before it or after it.
    private static Batch Unchanged(LeadBook book, string nonce) => new Batch(book.Id.Shard).MergeIfSame(
        new(book.Id.Shard.ToString(), RowKeys.Lead(LeadOf(book).Handle)) { ETag = new ETag(book.Version), [Columns.Nonce] = nonce });

    // A claim of a mail to a visitor changes the contact: none can be under way.
    private static Batch WithContact(Batch batch, LeadBook book, DueWork work, string nonce) => work.Key.Track == Track.Visitor && book.Contact is { } contact
        ? batch.MergeIfSame(new(contact.Key.Shard.ToString(), RowKeys.Contact(contact.Key)) { ETag = new ETag(contact.Version), [Columns.Nonce] = nonce })
        : batch;

    private static Lead LeadOf(LeadBook book) => book.Lead ?? throw new InvalidOperationException($"Lead {book.Id} is not there.");

    // The submission itself cannot be known again. This one is the lead's own and nobody else's.
    private static string SubmissionOf(LeadId lead) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"scrub~{lead}")))[..SubmissionBytes];

    private async Task RemoveAllAsync(LeadBook book, CancellationToken cancellationToken)
    {
        var rows = book.Due.Select(WorkRow.ToTaken).ToList();
        foreach (var kind in RightsKeys.KindsOf(book.Id))
        {
            rows.AddRange(await table.BeginningAsync(book.Id.Shard, kind, cancellationToken).ToListAsync(cancellationToken));
        }

        if (await table.FindAsync(book.Id.Shard.ToString(), RowKeys.Reference(book.Id), cancellationToken) is { } reference)
        {
            rows.Add(reference);
        }

        foreach (var chunk in rows.Chunk(MostAtOnce))
        {
            await table.CommitAsync(chunk.Aggregate(new Batch(book.Id.Shard), (batch, row) => batch.Delete(row)), cancellationToken);
        }
    }
}

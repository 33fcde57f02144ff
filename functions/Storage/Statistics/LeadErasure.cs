using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Makes the figures forget a lead and keep their sums: what it added goes into one row of the quarter of an hour, together with what others
/// added who were forgotten, as counts in each dimension by itself; then the facts go. May be cut short anywhere and begun again.
/// </summary>
internal sealed class LeadErasure(TableClient table, LeadId lead)
{
    private const int MostTries = 20;

    private readonly string partition = StatisticsKeys.Facts(lead.Shard);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // What is known and not counted yet would never be.
        await new LeadCount(table, lead).RunAsync(isTrusting: true, cancellationToken);
        var beginning = EventKeys.Lead(lead);
        var rows = await table.RowsAsync(partition, beginning, EventKeys.After(beginning), int.MaxValue, cancellationToken).ToListAsync(cancellationToken);
        foreach (var bucket in CountIndex.Of(rows.Find(IsIndex)).Marks.Keys)
        {
            await MoveAsync(bucket, cancellationToken);
        }

        // The index and the capture in one go, since either without the other would be counted again.
        foreach (var some in rows.OrderByDescending(row => IsIndex(row) || IsCapture(row)).Chunk(Batch.MostRows))
        {
            await DeleteAsync(some, cancellationToken);
        }
    }

    private async Task MoveAsync(Bucket bucket, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FindAsync(bucket, StatisticsKeys.Tally(bucket, lead), cancellationToken) is not { } added)
            {
                return;
            }

            var before = await FindAsync(bucket, StatisticsKeys.Residue(bucket), cancellationToken);
            var sum = before is null ? new Tally() : TallyColumns.Read(before);
            sum.Add(TallyColumns.Read(added));
            var residue = new TableEntity(added.PartitionKey, StatisticsKeys.Residue(bucket));
            TallyColumns.Write(residue, sum.Bounded());
            var batch = new Batch(added.PartitionKey).Delete(added);
            if (before is not null)
            {
                residue.ETag = before.ETag;
                batch.MergeIfSame(residue);
            }
            else if (!sum.IsEmpty)
            {
                batch.Insert(residue);
            }

            if (await TryCommitAsync(batch, cancellationToken))
            {
                return;
            }
        }

        throw new UnreachableException($"What lead {lead} added could not be moved.");
    }

    private async Task DeleteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            row.ETag = ETag.All;
        }

        if (!await TryCommitAsync(rows.Aggregate(new Batch(partition), (batch, row) => batch.Delete(row)), cancellationToken))
        {
            // Some of them are gone: somebody else forgets the same lead, or this was done and its answer lost.
            foreach (var row in rows)
            {
                await StorageCalls.RunAsync(token => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, token), cancellationToken);
            }
        }
    }

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

    private Task<TableEntity?> FindAsync(Bucket bucket, string row, CancellationToken cancellationToken) =>
        table.FindAsync(EventKeys.Hour(bucket.Start), row, cancellationToken);

    private static bool IsIndex(TableEntity row) => StatisticsKeys.Which(row.RowKey) == StatisticsKeys.Index;

    private static bool IsCapture(TableEntity row) => StatisticsKeys.Which(row.RowKey) == StatisticsKeys.CapturedFact;
}

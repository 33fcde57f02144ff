using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Commits one step of due work. The answer may be lost, and the client library's retry can then make our own success look like
/// somebody else's (NuGet/Insights#77), so what was written is read back and known by its mark.
/// </summary>
internal sealed class MoveTransaction(TableClient table)
{
    public async Task<MoveOutcome> RunAsync(Move move, CancellationToken cancellationToken)
    {
        Check(move);
        var nonce = StorageCalls.NewNonce();
        try
        {
            var answers = await table.CommitAsync(ToBatch(move, nonce), cancellationToken);
            return new MoveOutcome.Committed(move.Next is null ? null : move.Next with { Version = VersionOf(answers[1]) });
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return await ReadBackAsync(move, nonce, cancellationToken);
        }
        catch (LeadStoreUnavailableException) when (WrittenBy(move) is not null)
        {
            if (await ReadBackAsync(move, nonce, cancellationToken) is MoveOutcome.Committed committed)
            {
                return committed;
            }

            throw;
        }
    }

    /// <exception cref="InvalidOperationException">The work would stay where it is.</exception>
    public static void Check(Move move)
    {
        if (move.Next?.DueAt == move.From.DueAt && move.Next.Key == move.From.Key)
        {
            throw new InvalidOperationException($"Work {move.From.Key} must move to another time.");
        }
    }

    /// <summary>What a move writes, marked. The work that leaves comes first, and then the next, if there is one.</summary>
    public static Batch ToBatch(Move move, string nonce)
    {
        var shard = move.From.Shard;
        var batch = new Batch(shard).Delete(WorkRow.ToTaken(move.From));
        if (move.Next is { } next)
        {
            batch.Insert(WorkRow.ToRow(next, nonce));
        }

        if (move.Begins is { } first)
        {
            batch.Put(WorkRow.ToRow(first, nonce));
        }

        if (move.Record is { } record)
        {
            batch.Put(WorkRow.ToRow(shard, record, nonce));
        }

        if (move.DeadLetter is { } reason)
        {
            batch.Put(WorkRow.ToDeadLetterRow(move.From, reason, nonce));
        }

        if (move.Contact is { } contact)
        {
            batch.MergeIfSame(ContactRow.ToClaimed(contact, nonce));
        }

        return batch.Note(OutboxNote.Of(move));
    }

    private async Task<MoveOutcome> ReadBackAsync(Move move, string nonce, CancellationToken cancellationToken)
    {
        if (WrittenBy(move) is not { } written)
        {
            // Only a deletion, and the row is gone: whoever did it, it is done.
            return new MoveOutcome.Committed(null);
        }

        var row = await table.FindAsync(move.From.Shard.ToString(), written, cancellationToken);
        return row?.GetString(Columns.Nonce) != nonce ? MoveOutcome.Lost.Instance
            : new MoveOutcome.Committed(move.Next is null ? null : move.Next with { Version = move.Record is null ? row.ETag.ToString() : "" });
    }

    /// <summary>The row that tells whether the move was committed: the record first, since the next work may have moved on already.</summary>
    public static string? WrittenBy(Move move) => move.Record is { } record ? RowKeys.Send(record.Key)
        : move.Next is { } next ? RowKeys.Due(next)
        : move.DeadLetter is not null ? RowKeys.DeadLetter(move.From.Key)
        : null;

    private static string VersionOf(Response answer) => answer.Headers.ETag?.ToString() ?? "";
}

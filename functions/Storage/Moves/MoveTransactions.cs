using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Commits moves of one partition together, as many as a transaction holds. A transaction is all or nothing, so one move that somebody else
/// was first to would undo the rest: it is set aside, as the service names it, and the rest go again. Where that happens more than a few
/// times, as when two drains meet on the same rows, each of the rest goes alone.
/// </summary>
internal sealed class MoveTransactions(TableClient table)
{
    private const int MostSetAside = 2;

    private readonly MoveTransaction single = new(table);

    public async Task<IReadOnlyList<MoveOutcome>> RunAsync(Shard shard, IReadOnlyList<Move> moves, CancellationToken cancellationToken)
    {
        foreach (var move in moves)
        {
            MoveTransaction.Check(move);
        }

        var open = moves.Select(move => new OpenMove(shard, move)).ToList();
        for (var left = open; left.Count > 0; left = [.. left.Where(move => move.Outcome is null)])
        {
            await RunAsync(shard, Together(shard, left), cancellationToken);
            if (left.Find(move => move.Outcome is MoveOutcome.Unanswered) is { Outcome: { } away })
            {
                // The rest of this shard would only wait as long; nothing of it was sent.
                left.FindAll(move => move.Outcome is null).ForEach(move => move.Outcome = away);
            }
        }

        return [.. open.Select(move => move.Outcome ?? throw new UnreachableException())];
    }

    /// <summary>The first ones that fit into one transaction. Two of one contact never do.</summary>
    private static List<OpenMove> Together(Shard shard, List<OpenMove> left)
    {
        var sizes = new Batch(shard);
        return left.FindAll(move => sizes.TryTake(move.ToBatch("")));
    }

    private async Task RunAsync(Shard shard, List<OpenMove> together, CancellationToken cancellationToken)
    {
        for (var setAside = 0; together.Count > 1 && setAside <= MostSetAside; setAside++)
        {
            if (await CommitAsync(shard, together, cancellationToken) is not { } conflicting)
            {
                return;
            }

            conflicting.Outcome = MoveTransaction.WrittenBy(conflicting.Move) is null ? new MoveOutcome.Committed(null) : MoveOutcome.Lost.Instance;
            together.Remove(conflicting);
        }

        await Task.WhenAll(together.Select(move => RunAloneAsync(move, cancellationToken)));
    }

    /// <returns>The move that was in the way of the others; null when all have their outcome.</returns>
    private async Task<OpenMove?> CommitAsync(Shard shard, List<OpenMove> together, CancellationToken cancellationToken)
    {
        var nonce = StorageCalls.NewNonce();
        var batch = new Batch(shard);
        var firstRows = together.ConvertAll(move =>
        {
            var at = batch.Actions.Count;
            return batch.TryTake(move.ToBatch(nonce)) ? at : throw new UnreachableException("They fitted together before.");
        });
        try
        {
            var answers = await table.CommitAsync(batch, cancellationToken);
            foreach (var (move, at) in together.Zip(firstRows))
            {
                move.Commit(move.Move.Next is null ? "" : answers[at + 1].Headers.ETag?.ToString() ?? "");
            }

            return null;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Our own success looks like this as well, where its answer was lost and the client library asked again.
            if (await IsCommittedAsync(together, nonce, cancellationToken))
            {
                return null;
            }

            var index = (exception as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0;
            return together[firstRows.FindLastIndex(at => at <= index)];
        }
        catch (LeadStoreUnavailableException exception)
        {
            if (!await IsCommittedAsync(together, nonce, cancellationToken))
            {
                together.ForEach(move => move.Outcome = new MoveOutcome.Unanswered(exception));
            }

            return null;
        }
    }

    /// <summary>All or nothing: whether one was written says it of all. A record is asked for first, since next work may have moved on already.</summary>
    private async Task<bool> IsCommittedAsync(List<OpenMove> together, string nonce, CancellationToken cancellationToken)
    {
        var witness = together.Find(move => move.Move.Record is not null) ?? together.Find(move => MoveTransaction.WrittenBy(move.Move) is not null);
        if (witness is null)
        {
            return false;
        }

        try
        {
            var row = await table.FindAsync(witness.Move.From.Shard.ToString(), MoveTransaction.WrittenBy(witness.Move)!, cancellationToken);
            if (row?.GetString(Columns.Nonce) != nonce)
            {
                return false;
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            together.ForEach(move => move.Outcome = new MoveOutcome.Unanswered(exception));
            return true;
        }

        foreach (var move in together)
        {
            await CommitUnansweredAsync(move, cancellationToken);
        }

        return true;
    }

    // The versions were in the answer that was lost. Next work that waits long is read when it is due; a claim is needed now.
    private async Task CommitUnansweredAsync(OpenMove move, CancellationToken cancellationToken)
    {
        try
        {
            var row = move.Move is { Next: { } next, Record: null }
                ? await table.FindAsync(next.Shard.ToString(), RowKeys.Due(next), cancellationToken)
                : null;
            move.Commit(row?.ETag.ToString() ?? "");
        }
        catch (LeadStoreUnavailableException exception)
        {
            move.Outcome = new MoveOutcome.Unanswered(exception);
        }
    }

    private async Task RunAloneAsync(OpenMove move, CancellationToken cancellationToken)
    {
        try
        {
            move.Outcome = await single.RunAsync(move.Move, cancellationToken);
        }
        catch (LeadStoreUnavailableException exception)
        {
            move.Outcome = new MoveOutcome.Unanswered(exception);
        }
    }

    /// <summary>A move and, once it is known, how it ended.</summary>
    private sealed class OpenMove(Shard shard, Move move)
    {
        public Move Move { get; } = move.From.Shard == shard ? move : throw new InvalidOperationException($"Work {move.From.Key} is not of shard {shard}.");

        public MoveOutcome? Outcome { get; set; }

        public Batch ToBatch(string nonce) => MoveTransaction.ToBatch(Move, nonce);

        public void Commit(string version) => Outcome = new MoveOutcome.Committed(Move.Next is { } next ? next with { Version = version } : null);
    }
}

using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Seals rows that were written before there was a key, each as it was read: what somebody changes meanwhile is read again. Storage is asked for
/// nothing else, so what is done is not found again, and it does not matter where an earlier run was cut short.
/// </summary>
internal sealed class PlainRows(TableClient table, RowSealing rows)
{
    private const int MostAtOnce = 50;

    // Each further one is for rows that staff changed at just that moment.
    private const int MostPasses = 3;

    /// <param name="shard">Of which rows.</param>
    /// <param name="cancellationToken">Ends it between two transactions: what is sealed by then counts.</param>
    public async Task<SealedRows> SealAsync(Shard shard, CancellationToken cancellationToken)
    {
        var total = 0;
        foreach (var (prefix, column) in SealedColumns.Kinds)
        {
            var isAll = false;
            for (var pass = 0; pass < MostPasses && !isAll && !cancellationToken.IsCancellationRequested; pass++)
            {
                var done = await PassAsync(shard, prefix, column, cancellationToken);
                total += done.Sealed;
                isAll = done.IsAll;
            }

            if (!isAll)
            {
                return new(total, IsAll: false);
            }
        }

        return new(total, IsAll: true);
    }

    private async Task<SealedRows> PassAsync(Shard shard, string prefix, string column, CancellationToken cancellationToken)
    {
        var (seen, done) = (0, 0);

        // A filter finds only rows that have the column.
        var filter = $"{TableRows.Beginning(shard.ToString(), prefix)} and {column} ge ''";
        await foreach (var some in table.RowsAsync(filter, MostAtOnce, select: null, CancellationToken.None).Chunk(MostAtOnce))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new(done, IsAll: false);
            }

            seen += some.Length;
            done += await SealAsync(shard, some);
        }

        return new(done, done == seen);
    }

    private async Task<int> SealAsync(Shard shard, TableEntity[] some)
    {
        var closed = new List<TableEntity>();
        foreach (var row in some)
        {
            closed.Add(await rows.CloseAsync(row, isWhole: true, CancellationToken.None));
        }

        if (await TryCommitAsync(closed.Aggregate(new Batch(shard), (batch, row) => batch.ReplaceIfSame(row))))
        {
            return closed.Count;
        }

        var done = 0;
        foreach (var row in closed)
        {
            done += await TryCommitAsync(new Batch(shard).ReplaceIfSame(row)) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> TryCommitAsync(Batch batch)
    {
        try
        {
            await table.CommitAsync(batch, CancellationToken.None);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}

using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Seals rows that were written before there was a key, each as it was read: whoever changes one meanwhile makes it be read again. Storage is asked for
/// nothing else, so what is done is not found again, and it does not matter where an earlier run was cut short.
/// </summary>
internal sealed class PlainRows(TableClient table, RowSealing rows)
{
    private const int MostAtOnce = 50;

    // Each is one change of a row by staff at just this moment.
    private const int MostConflicts = 20;

    /// <param name="shard">Of which rows.</param>
    /// <param name="cancellationToken">Ends it between two transactions: what is sealed by then counts.</param>
    public async Task<SealedRows> SealAsync(Shard shard, CancellationToken cancellationToken)
    {
        var total = 0;
        foreach (var (prefix, column) in SealedColumns.Kinds)
        {
            for (var conflicts = 0; ;)
            {
                if (cancellationToken.IsCancellationRequested || conflicts > MostConflicts)
                {
                    return new(total, IsAll: false);
                }

                var some = await FindAsync(shard, prefix, column);
                if (some.Count == 0)
                {
                    break;
                }

                var done = await SealAsync(shard, some);
                total += done;
                conflicts += done == some.Count ? 0 : 1;
            }
        }

        return new(total, IsAll: true);
    }

    // A filter finds only rows that have the column.
    private async Task<List<TableEntity>> FindAsync(Shard shard, string prefix, string column)
    {
        var partition = shard.ToString();
        var keys = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {TableRows.After(prefix)}");
        return await table.RowsAsync($"{keys} and {column} ge ''", MostAtOnce, select: null, CancellationToken.None).Take(MostAtOnce).ToListAsync();
    }

    private async Task<int> SealAsync(Shard shard, List<TableEntity> some)
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

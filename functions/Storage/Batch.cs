using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// One entity-group transaction. It refuses by itself what Table Storage refuses, because the emulator is kinder than the service
/// (learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions): rows of two partitions, a row named twice,
/// more than 100 rows.
/// </summary>
internal sealed class Batch(string partition)
{
    /// <summary>Of one transaction.</summary>
    public const int MostRows = 100;

    private readonly List<TableTransactionAction> actions = [];
    private readonly HashSet<string> rows = [];

    public Batch(Shard shard)
        : this(shard.ToString())
    {
    }

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    /// <summary>The row must not exist.</summary>
    public Batch Insert(TableEntity row) => With(TableTransactionActionType.Add, row);

    /// <summary>Merges into the row, or makes it, whatever its version.</summary>
    public Batch Merge(TableEntity row) => With(TableTransactionActionType.UpsertMerge, row);

    /// <summary>Merges into the row if it still has the version that it carries.</summary>
    public Batch MergeIfSame(TableEntity row) => With(TableTransactionActionType.UpdateMerge, row);

    /// <summary>Writes the row in place of the one that still has the version that it carries.</summary>
    public Batch ReplaceIfSame(TableEntity row) => With(TableTransactionActionType.UpdateReplace, row);

    /// <summary>Writes the row, whatever was there.</summary>
    public Batch Put(TableEntity row) => With(TableTransactionActionType.UpsertReplace, row);

    /// <summary>Deletes the row if it still has the version that it carries.</summary>
    public Batch Delete(TableEntity row) => With(TableTransactionActionType.Delete, row);

    private Batch With(TableTransactionActionType type, TableEntity row)
    {
        if (row.PartitionKey != partition)
        {
            throw new InvalidOperationException($"A transaction of {partition} cannot hold a row of {row.PartitionKey}.");
        }

        if (!rows.Add(row.RowKey))
        {
            throw new InvalidOperationException($"A transaction cannot hold row {row.RowKey} twice.");
        }

        if (rows.Count > MostRows)
        {
            throw new InvalidOperationException($"A transaction cannot hold more than {MostRows} rows.");
        }

        actions.Add(new(type, row, row.ETag));
        return this;
    }
}

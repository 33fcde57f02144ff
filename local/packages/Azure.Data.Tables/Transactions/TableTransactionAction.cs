namespace Azure.Data.Tables;

/// <summary>One action of a transaction. All actions of a transaction are on entities of one partition, each entity at most once.</summary>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    /// <summary>An action without a condition on the entity's version.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity;

    /// <summary>The version that an update or delete insists on; the default insists on none. Ignored by adds and upserts.</summary>
    public ETag ETag { get; } = etag;
}

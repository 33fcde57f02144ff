namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds; fails when the entity exists.</summary>
    Add = 0,

    /// <summary>Merges into an entity; only with an ETag does it insist that the entity exists.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an entity; only with an ETag does it insist that the entity exists.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes; fails when the entity does not exist, or is not of the ETag given.</summary>
    Delete = 3,

    /// <summary>Merges, or adds when there is none.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces, or adds when there is none.</summary>
    UpsertReplace = 5,
}

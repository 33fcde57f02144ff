namespace Azure.Data.Tables;

/// <summary>What an update does to properties that it does not name.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge = 0,

    /// <summary>They go: the entity becomes exactly what was sent.</summary>
    Replace = 1,
}

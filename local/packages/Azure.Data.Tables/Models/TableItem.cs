namespace Azure.Data.Tables.Models;

/// <summary>A table of the account.</summary>
public class TableItem(string name)
{
    /// <summary>The table's name; the service compares names without regard to case.</summary>
    public string Name { get; } = name;
}

namespace LeadFunctions.Local.Commands;

/// <summary>What to do with the copies of all rows in the second account: show them, or write one back.</summary>
internal sealed record BackupWish
{
    /// <summary>Whose copy to write back; <see langword="null"/> to show which there are.</summary>
    public DateOnly? Restore { get; init; }

    /// <summary>Go on although there are rows already.</summary>
    public bool Again { get; init; }
}

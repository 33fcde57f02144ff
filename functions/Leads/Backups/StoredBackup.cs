namespace LeadFunctions.Leads;

/// <summary>A copy of every row.</summary>
/// <param name="Day">The date, in UTC, on which it was begun.</param>
/// <param name="Rows">How many rows it has so far.</param>
/// <param name="FinishedAt">When its last part was there (UTC); null while one is missing.</param>
public sealed record StoredBackup(DateOnly Day, long Rows, DateTimeOffset? FinishedAt);

namespace LeadFunctions.Leads;

/// <summary>A part of the rows, copied by itself.</summary>
/// <param name="Name">Unique among the parts.</param>
public sealed record BackupPart(string Name);

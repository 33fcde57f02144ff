namespace LeadFunctions.Leads;

/// <summary>A change as staff ask for it.</summary>
/// <param name="Change">What they want changed.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">UTC.</param>
public sealed record StaffOrder(LeadChange Change, StaffActor By, DateTimeOffset At)
{
    /// <summary>The version that they saw, from <see cref="LeadFile.Version"/>: on any other nothing is changed. Null: whatever it is.</summary>
    public string? Version { get; init; }

    /// <summary>Names this order, so that it is carried out once however often it comes; null when it cannot come again.</summary>
    public string? Id { get; init; }
}

using LeadFunctions.Leads;

namespace LeadFunctions.Reminders;

/// <summary>A promise that is not kept, and who is to be told.</summary>
/// <param name="Work">The point of the promise's clock.</param>
/// <param name="Lead">The lead that waits.</param>
/// <param name="Members">Who is told; at least one.</param>
public sealed record Reminder(DueWork Work, Lead Lead, IReadOnlyList<StaffMember> Members)
{
    /// <summary>Whether others were reminded before, and nobody has answered.</summary>
    public bool IsPassedOn => Work.Key.Step > 0;
}

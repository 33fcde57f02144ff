using LeadFunctions.Leads;

namespace LeadFunctions.MailDeeds;

/// <summary>How things stand with a lead, as far as a page may say that nobody signs in to: nothing of the person, and nothing of what they want.</summary>
/// <param name="Lead">Which one.</param>
/// <param name="Status">What it is.</param>
/// <param name="Owner">Who looks after it; null for nobody.</param>
/// <param name="By">Who gave it its status; null where nobody has, or a machine did.</param>
/// <param name="At">When they did (UTC); null where nobody has.</param>
public sealed record LeadStanding(LeadId Lead, LeadStatus Status, string? Owner, string? By, DateTimeOffset? At)
{
    public static LeadStanding Of(LeadFile file) => Of(file.Lead, file.Timeline);

    public static LeadStanding Of(Lead lead, IReadOnlyList<TimelineEntry> timeline)
    {
        var change = timeline.LastOrDefault(entry => entry.Deed.To == lead.Status);
        return new(lead.Id, lead.Status, lead.AssignedTo, change is { By.Through: not StaffDoor.Key } ? change.By.Name : null, change?.At);
    }
}

using LeadFunctions.Desk;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.MailDeeds;

/// <summary>Whether a deed still fits. What other people did is not undone from a mail: for that there is the desk. Pure.</summary>
internal static class DeedRules
{
    public static MailDeedResult Of(DeedLink.Good link, LeadFile file)
    {
        var standing = LeadStanding.Of(file);
        return IsSo(link, file) ? new MailDeedResult.Holds(link, standing)
            : IsUndecided(file.Lead) && !IsOfAnother(link, file.Lead) ? new MailDeedResult.Possible(link, standing)
            : new MailDeedResult.Overtaken(link, standing);
    }

    /// <summary>What is to be changed. Who was spoken with, or has an appointment, is no spam, whatever it looked like.</summary>
    public static LeadChange ChangeOf(DeedLink.Good link) => link.Deed switch
    {
        MailDeed.Called => new() { Call = CallResult.Reached, ReleasesQuarantine = true },
        MailDeed.Booked => new() { Status = LeadStatus.Booked, ReleasesQuarantine = true },
        MailDeed.Spam => new() { Status = LeadStatus.Spam },
        _ => new() { Assignee = NameOf(link) },
    };

    public static StaffActor ActorOf(DeedLink.Good link) => new(link.Member.Address.Value, link.Member.Role, StaffDoor.MailLink);

    private static bool IsSo(DeedLink.Good link, LeadFile file) => link.Deed switch
    {
        MailDeed.Called => file.Lead.Status == LeadStatus.Contacted && file.Timeline.Any(entry => IsOwnCall(entry, link)),
        MailDeed.Booked => file.Lead.Status == LeadStatus.Booked,
        MailDeed.Spam => file.Lead.Status == LeadStatus.Spam,
        _ => IsUndecided(file.Lead) && file.Lead.AssignedTo == NameOf(link),
    };

    private static bool IsOwnCall(TimelineEntry entry, DeedLink.Good link) => entry.Deed.Call == CallResult.Reached && entry.By == ActorOf(link);

    private static bool IsOfAnother(DeedLink.Good link, Lead lead) =>
        link.Deed == MailDeed.Claimed && lead.AssignedTo is { } owner && owner != NameOf(link);

    private static bool IsUndecided(Lead lead) => lead.Status is LeadStatus.New or LeadStatus.Contacted;

    private static string? NameOf(DeedLink.Good link) => StaffName.TryRead(link.Member.Address.Value);
}

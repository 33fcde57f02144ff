using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <param name="File">All that is known of the lead.</param>
/// <param name="Evidence">What came of its mails.</param>
/// <param name="News">What is said before all else.</param>
/// <param name="Order">Names whatever is done on this page, so that it is done once.</param>
/// <param name="Now">UTC.</param>
public sealed record LeadDeskView(LeadFile File, IReadOnlyList<MailEvidence> Evidence, LeadNews News, string Order, DateTimeOffset Now)
{
    public Lead Lead => File.Lead;

    /// <summary>Staff have neither booked nor closed it, nor called it spam.</summary>
    public bool IsUndecided => Lead.Status is LeadStatus.New or LeadStatus.Contacted;

    /// <summary>What staff did, but for looks, earliest first.</summary>
    public IReadOnlyList<TimelineEntry> Changes { get; } = [.. File.Timeline.Where(entry => entry.Deed.Kind != TimelineKind.Viewed)];

    public IReadOnlyList<TimelineEntry> Views { get; } = [.. File.Timeline.Where(entry => entry.Deed.Kind == TimelineKind.Viewed).Reverse()];

    public IReadOnlyList<Happening> History { get; } = Happening.Of(File, Evidence);

    /// <summary>What somebody else did since the page was seen that the form was sent from.</summary>
    public IEnumerable<Happening> Meanwhile => News.Seen is { } seen ? Changes.Skip(seen).Select(Happening.Of) : [];

    /// <summary>What was typed for a form that is not there any more goes where it can be kept.</summary>
    public string NoteTyped =>
        News.Deed == StaffDeed.Note || (News.Deed == StaffDeed.Call && !IsUndecided) ? News.Note
        : News.Deed == StaffDeed.Close && !IsUndecided ? News.Reason
        : "";

    public string CallNoteTyped => News.Deed == StaffDeed.Call ? News.Note : "";

    public string ReasonTyped => News.Deed == StaffDeed.Close ? News.Reason : "";
}

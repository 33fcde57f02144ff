using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <param name="Wanted">What was filtered or searched by.</param>
/// <param name="Queue">Who waits; null where something was searched.</param>
/// <param name="Found">What was found; null where nothing was searched.</param>
/// <param name="Next">The query of the next page of it; null when this is the last.</param>
/// <param name="Problems">What is wrong with the filter.</param>
/// <param name="Order">Names whatever is done on this page, so that it is done once.</param>
/// <param name="Now">UTC.</param>
public sealed record QueueView(Wanted Wanted, WaitingList? Queue, LeadPage? Found, string? Next, IReadOnlyList<string> Problems, string Order, DateTimeOffset Now)
{
    /// <summary>How soon people were answered lately; null where that is not known, or something was searched.</summary>
    public RecentAnswers? Answers { get; init; }
}

using LeadFunctions.Articles;

namespace LeadFunctions.Capture;

/// <param name="Reference">To be named on the phone.</param>
/// <param name="Next">What happens next, and by when.</param>
/// <param name="IsUrgent">Whom to turn to in danger comes before all else.</param>
/// <param name="Articles">Something to read meanwhile.</param>
public sealed record ThanksView(string Reference, string Next, bool IsUrgent, IReadOnlyList<Article> Articles)
{
    /// <summary>When a call was asked for, and where an entry for a calendar is; null when no day was named.</summary>
    public ThanksCall? Call { get; init; }
}

/// <param name="When">In words, such as "on Monday, December 7, between 8:30 AM and 12:00 PM".</param>
/// <param name="CalendarHref">The address of the calendar entry.</param>
public sealed record ThanksCall(string When, string CalendarHref);

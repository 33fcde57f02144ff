using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>
/// How soon staff answered, of leads that came in one week or in several: from the capture until they first called, whoever picked up, or said
/// that they had been in touch, had booked or had closed it. Who was only claimed waits still. What is held back, or was called spam, is not
/// counted.
/// </summary>
/// <param name="Week">The Monday of the week on the clinic's calendar; null for all weeks together.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Captured">How many came.</param>
/// <param name="Open">In opening hours; null while nobody was answered.</param>
/// <param name="Wall">By the clock on the wall; null while nobody was answered.</param>
public sealed record FirstResponse(DateOnly? Week, LeadKind Kind, int Captured, ResponseTimes? Open, ResponseTimes? Wall)
{
    /// <summary>How many were answered.</summary>
    public int Answered => Wall?.Count ?? 0;

    /// <summary>How many wait still.</summary>
    public int Waiting => Captured - Answered;
}

/// <summary>Times of several answers.</summary>
/// <param name="Count">Of so many, at least one.</param>
/// <param name="Median">Half took no longer: the middle one, or between the two middle ones.</param>
/// <param name="NinetiethPercentile">Nine of ten took no longer: by nearest rank, so one of the times itself.</param>
public sealed record ResponseTimes(int Count, TimeSpan Median, TimeSpan NinetiethPercentile)
{
    /// <returns>Null for none.</returns>
    public static ResponseTimes? Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? null : new(
            sorted.Length,
            (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2,
            sorted[(((9 * sorted.Length) + 9) / 10) - 1]);
    }
}

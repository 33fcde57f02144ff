using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>How often one person is written to, whatever they have asked for and however late the work is. Pure.</summary>
internal static class Pace
{
    /// <summary>
    /// The first instant, not before <paramref name="now"/>, at which a step may leave: its window is open, the person has had a day of rest and a
    /// date of the clinic's own since their last articles, and not too many within seven days.
    /// </summary>
    /// <returns>An instant in UTC.</returns>
    public static DateTimeOffset Earliest(SendKey key, SequenceStep step, int mostPerWeek, Contact contact, DateTimeOffset now, ClinicTime time)
    {
        var others = contact.RecentArticles.Append(contact.Articles).OfType<ClaimMark>()
            .Where(mark => mark.Send != key)
            .DistinctBy(mark => mark.Send)
            .OrderByDescending(mark => mark.At)
            .ToList();
        var earliest = now;
        if (others is [var last, ..])
        {
            earliest = Later(earliest, last.At + SendProtocol.Rest);
            earliest = Later(earliest, time.FirstInstant(time.DateAt(last.At).AddDays(1), TimeOnly.MinValue));
        }

        if (others.Count >= mostPerWeek)
        {
            earliest = Later(earliest, others[mostPerWeek - 1].At + Contact.Recently);
        }

        return step.Window.FirstAt(earliest, time);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

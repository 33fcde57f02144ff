using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>When a call was asked for, in words and as an entry for the visitor's own calendar.</summary>
public sealed class CallCalendar(ClinicProfile clinic)
{
    private const int DaysOfAWeek = 7;

    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(17, 0);

    /// <returns>Null when no day was named, or nobody is there on it at that time.</returns>
    public CallWindow? WindowOf(Thanks thanks)
    {
        if (thanks.CallAt is not { } wish)
        {
            return null;
        }

        var today = clinic.Time.DateAt(thanks.SentAt);
        return DatesOf(wish.Day, today)
            .SelectMany(date => clinic.Hours.SpansOn(date).Select(span => Within(date, span, wish.Part)))
            .FirstOrDefault(window => window.To > window.From && window.To > thanks.SentAt);
    }

    /// <summary>Such as <c>on Monday, December 7, between 8:30 AM and 12:00 PM</c>, in the language that is spoken.</summary>
    public string InWords(CallWindow window) => ThanksText.Window.With(
        SpokenTime.Date(clinic.Time.DateAt(window.From)), clinic.Time.Clock(window.From), clinic.Time.Clock(window.To));

    /// <summary>
    /// The entry, as a calendar reads it (RFC 5545). It says who calls and not why: calendars are shared with families and at work.
    /// </summary>
    public string ToEntry(Thanks thanks, CallWindow window)
    {
        var reference = thanks.Lead.ToReference(clinic.ReferencePrefix);
        return new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//LeadFunctions//Requests//EN")
            .Line("METHOD", "PUBLISH")
            .Line("BEGIN", "VEVENT")
            .Line("UID", $"{reference}@{clinic.Website.Host}")
            .Line("DTSTAMP", Utc(thanks.SentAt))
            .Line("DTSTART", Utc(window.From))
            .Line("DTEND", Utc(window.To))
            .Text("SUMMARY", ThanksText.CalendarSummary.With(clinic.Name))
            .Text("DESCRIPTION", ThanksText.CalendarDescription.With(reference, clinic.Phone.Shown))
            .Line("CLASS", "PRIVATE")
            .Line("TRANSP", "TRANSPARENT")
            .Line("END", "VEVENT")
            .Line("END", "VCALENDAR")
            .ToString();
    }

    private static IEnumerable<DateOnly> DatesOf(string day, DateOnly today) =>
        PreferredTime.DateOf(day) is { } date
            ? [date]
            : Enumerable.Range(0, DaysOfAWeek + 1).Select(today.AddDays).Where(next => next.DayOfWeek == PreferredTime.WeekdayOf(day));

    private CallWindow Within(DateOnly date, (DateTimeOffset Opens, DateTimeOffset Closes) span, PartOfDay part)
    {
        var noon = clinic.Time.FirstInstant(date, Noon);
        var evening = clinic.Time.FirstInstant(date, Evening);
        return part switch
        {
            PartOfDay.Morning => new(span.Opens, Earlier(span.Closes, noon)),
            PartOfDay.Afternoon => new(Later(span.Opens, noon), Earlier(span.Closes, evening)),
            PartOfDay.Evening => new(Later(span.Opens, evening), span.Closes),
            _ => new(span.Opens, span.Closes),
        };
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>A time that would suit the visitor, in the clinic's zone.</summary>
/// <param name="Day">An ISO 8601 date, a weekday in lower-case English, or <c>any</c>.</param>
/// <param name="Part">The part of that day.</param>
public sealed record PreferredTime(string Day, PartOfDay Part)
{
    private static readonly string[] Weekdays = [.. Enum.GetValues<DayOfWeek>().Select(NameOf)];

    /// <summary>The date that a day is; null for a weekday, or any.</summary>
    public static DateOnly? DateOf(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The weekday that a day is; null for a date, or any.</summary>
    public static DayOfWeek? WeekdayOf(string day) => Array.IndexOf(Weekdays, day) is >= 0 and var weekday ? (DayOfWeek)weekday : null;

    /// <summary>How a weekday is written as a <see cref="Day"/>.</summary>
    public static string NameOf(DayOfWeek weekday) => weekday.ToString().ToLowerInvariant();
}

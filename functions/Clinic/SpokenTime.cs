using System.Globalization;

namespace LeadFunctions.Clinic;

/// <summary>Instants as people at the clinic would say them, on the clinic's clock, in English.</summary>
public static class SpokenTime
{
    private const int DaysOfAWeek = 7;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Such as <c>today at 2:15 PM</c>, <c>tomorrow at 8:30 AM</c>, <c>on Monday, December 7 at 8:30 AM</c>.</summary>
    public static string At(this ClinicTime time, DateTimeOffset instant, DateTimeOffset now) =>
        $"{Day(time, instant, now)} at {Clock(time, instant)}";

    /// <summary>Such as <c>by 2:15 PM today</c>, <c>by 8:45 AM tomorrow</c>, <c>by 8:45 AM on Monday</c>.</summary>
    public static string By(this ClinicTime time, DateTimeOffset instant, DateTimeOffset now) =>
        $"by {Clock(time, instant)} {Day(time, instant, now)}";

    /// <summary>The time of day, such as <c>8:30 AM</c>.</summary>
    public static string Clock(this ClinicTime time, DateTimeOffset instant) => time.LocalAt(instant).ToString("h:mm tt", English);

    /// <summary>A date in full, such as <c>Monday, December 7</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("dddd, MMMM d", English);

    /// <summary>A length of time, rounded down: <c>less than a minute</c>, <c>15 minutes</c>, <c>1 hour</c>, <c>2 hours 10 minutes</c>, <c>3 days</c>.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => Count(length.Minutes, "minute"),
        { TotalDays: < 1, Minutes: 0 } => Count(length.Hours, "hour"),
        { TotalDays: < 1 } => $"{Count(length.Hours, "hour")} {Count(length.Minutes, "minute")}",
        _ => Count((int)length.TotalDays, "day"),
    };

    /// <summary>A number and its word: <c>1 request</c>, <c>2 requests</c>.</summary>
    public static string Count(int count, string word) => count == 1 ? $"1 {word}" : string.Create(English, $"{count:N0} {word}s");

    private static string Day(ClinicTime time, DateTimeOffset instant, DateTimeOffset now)
    {
        var date = time.DateAt(instant);
        return (date.DayNumber - time.DateAt(now).DayNumber) switch
        {
            -1 => "yesterday",
            0 => "today",
            1 => "tomorrow",
            > 1 and < DaysOfAWeek => $"on {date.ToString("dddd", English)}",
            _ => $"on {Date(date)}",
        };
    }
}

using LeadFunctions.Languages;

namespace LeadFunctions.Clinic;

/// <summary>Instants as people at the clinic would say them, on the clinic's clock, in the language that is spoken now.</summary>
public static class SpokenTime
{
    private const int DaysOfAWeek = 7;

    /// <summary>
    /// Such as <c>today at 2:15 PM</c>, <c>tomorrow at 8:30 AM</c>, <c>on Monday, December 7 at 8:30 AM</c>;
    /// <c>hoy a las 2:15 p. m.</c>, <c>mañana a la 1:30 p. m.</c>, <c>el lunes 7 de diciembre a las 8:30 a. m.</c>
    /// </summary>
    public static string At(this ClinicTime time, DateTimeOffset instant, DateTimeOffset now) => Phrase(
        time, instant, now, SpokenTimeText.AtYesterday, SpokenTimeText.AtToday, SpokenTimeText.AtTomorrow, SpokenTimeText.AtDay);

    /// <summary>
    /// Such as <c>by 2:15 PM today</c>, <c>by 8:45 AM tomorrow</c>, <c>by 8:45 AM on Monday</c>;
    /// <c>antes de las 2:15 p. m. de hoy</c>, <c>antes de las 8:45 a. m. del lunes</c>.
    /// </summary>
    public static string By(this ClinicTime time, DateTimeOffset instant, DateTimeOffset now) => Phrase(
        time, instant, now, SpokenTimeText.ByYesterday, SpokenTimeText.ByToday, SpokenTimeText.ByTomorrow, SpokenTimeText.ByDay);

    /// <summary>The time of day, such as <c>8:30 AM</c>, or <c>8:30 a. m.</c> with spaces that do not break.</summary>
    public static string Clock(this ClinicTime time, DateTimeOffset instant)
    {
        // The pattern's own "tt" depends on the machine's version of ICU: narrow spaces, other spaces, or none.
        var local = time.LocalAt(instant);
        return (local.Hour < 12 ? SpokenTimeText.Morning : SpokenTimeText.Afternoon).With(local.ToString("h:mm", Language.Current.Culture));
    }

    /// <summary>A date in full, such as <c>Monday, December 7</c> or <c>lunes 7 de diciembre</c>.</summary>
    public static string Date(DateOnly date) => date.ToString(SpokenTimeText.DatePattern, Language.Current.Culture);

    /// <summary>The name of a weekday as it stands by itself: <c>Monday</c>, <c>Lunes</c>.</summary>
    public static string Weekday(DayOfWeek day)
    {
        var culture = Language.Current.Culture;
        var name = culture.DateTimeFormat.GetDayName(day);
        return char.ToUpper(name[0], culture) + name[1..];
    }

    /// <summary>A length of time, rounded down: <c>less than a minute</c>, <c>15 minutes</c>, <c>1 hour</c>, <c>2 hours 10 minutes</c>, <c>3 days</c>.</summary>
    public static string Length(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => SpokenTimeText.LessThanAMinute,
        { TotalHours: < 1 } => Minutes(length.Minutes),
        { TotalDays: < 1, Minutes: 0 } => Hours(length.Hours),
        { TotalDays: < 1 } => $"{Hours(length.Hours)} {Minutes(length.Minutes)}",
        _ => Phrases.Count((int)length.TotalDays, SpokenTimeText.DayLong, SpokenTimeText.Days),
    };

    /// <summary>A number of minutes: <c>1 minute</c>, <c>90 minutes</c>.</summary>
    public static string Minutes(int count) => Phrases.Count(count, SpokenTimeText.Minute, SpokenTimeText.Minutes);

    private static string Hours(int count) => Phrases.Count(count, SpokenTimeText.AnHour, SpokenTimeText.Hours);

    private static string Phrase(
        ClinicTime time, DateTimeOffset instant, DateTimeOffset now, string yesterday, string today, string tomorrow, string onDay)
    {
        var date = time.DateAt(instant);
        var isOne = time.LocalAt(instant).Hour is 1 or 13;
        var hour = (isOne ? SpokenTimeText.HourOfOne : SpokenTimeText.Hour).With(time.Clock(instant));
        return (date.DayNumber - time.DateAt(now).DayNumber) switch
        {
            -1 => yesterday.With(hour),
            0 => today.With(hour),
            1 => tomorrow.With(hour),
            > 1 and < DaysOfAWeek => onDay.With(hour, date.ToString("dddd", Language.Current.Culture)),
            _ => onDay.With(hour, Date(date)),
        };
    }
}

using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;

namespace LeadFunctions.Tests.Clinic;

/// <summary>Times and lengths of time as they are said, in each language. Monday, March 2, 2026, noon in California is now.</summary>
public sealed class SpokenTimeTests
{
    private static readonly ClinicTime California = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-02T14:15", "today at 2:15 PM", "hoy a las 2:15 p. m.")]
    [InlineData("2026-03-02T13:15", "today at 1:15 PM", "hoy a la 1:15 p. m.")]
    [InlineData("2026-03-03T08:30", "tomorrow at 8:30 AM", "mañana a las 8:30 a. m.")]
    [InlineData("2026-03-03T01:00", "tomorrow at 1:00 AM", "mañana a la 1:00 a. m.")]
    [InlineData("2026-03-01T00:05", "yesterday at 12:05 AM", "ayer a las 12:05 a. m.")]
    [InlineData("2026-03-07T12:00", "on Saturday at 12:00 PM", "el sábado a las 12:00 p. m.")]
    [InlineData("2026-12-07T08:30", "on Monday, December 7 at 8:30 AM", "el lunes 7 de diciembre a las 8:30 a. m.")]
    [InlineData("2026-02-26T13:59", "on Thursday, February 26 at 1:59 PM", "el jueves 26 de febrero a la 1:59 p. m.")]
    public void An_instant_is_said_by_its_day_and_its_time(string local, string english, string spanish)
    {
        Assert.Equal(english, In(Language.English, () => California.At(Instant(local), Now)));
        Assert.Equal(NoBreak(spanish), In(Language.Spanish, () => California.At(Instant(local), Now)));
    }

    [Theory]
    [InlineData("2026-03-02T14:15", "by 2:15 PM today", "antes de las 2:15 p. m. de hoy")]
    [InlineData("2026-03-02T13:15", "by 1:15 PM today", "antes de la 1:15 p. m. de hoy")]
    [InlineData("2026-03-03T08:45", "by 8:45 AM tomorrow", "antes de las 8:45 a. m. de mañana")]
    [InlineData("2026-03-01T17:30", "by 5:30 PM yesterday", "antes de las 5:30 p. m. de ayer")]
    [InlineData("2026-03-04T08:45", "by 8:45 AM on Wednesday", "antes de las 8:45 a. m. del miércoles")]
    [InlineData("2026-03-09T08:45", "by 8:45 AM on Monday, March 9", "antes de las 8:45 a. m. del lunes 9 de marzo")]
    public void A_deadline_is_said_by_its_time_and_its_day(string local, string english, string spanish)
    {
        Assert.Equal(english, In(Language.English, () => California.By(Instant(local), Now)));
        Assert.Equal(NoBreak(spanish), In(Language.Spanish, () => California.By(Instant(local), Now)));
    }

    [Theory]
    [InlineData(0, 59, "less than a minute", "menos de un minuto")]
    [InlineData(1, 0, "1 minute", "1 minuto")]
    [InlineData(15, 0, "15 minutes", "15 minutos")]
    [InlineData(60, 0, "1 hour", "1 hora")]
    [InlineData(61, 0, "1 hour 1 minute", "1 hora 1 minuto")]
    [InlineData(130, 59, "2 hours 10 minutes", "2 horas 10 minutos")]
    [InlineData(240, 0, "4 hours", "4 horas")]
    [InlineData(1440, 0, "1 day", "1 día")]
    [InlineData(4400, 0, "3 days", "3 días")]
    [InlineData(1440 * 1500, 0, "1,500 days", "1,500 días")]
    public void A_length_of_time_is_said_with_the_right_plural(int minutes, int seconds, string english, string spanish)
    {
        var length = new TimeSpan(0, minutes, seconds);

        Assert.Equal(english, In(Language.English, () => SpokenTime.Length(length)));
        Assert.Equal(spanish, In(Language.Spanish, () => SpokenTime.Length(length)));
    }

    [Fact]
    public void No_time_holds_a_space_that_depends_on_the_machine()
    {
        var times = Enumerable.Range(0, 24).Select(hour => Instant($"2026-03-02T{hour:00}:30"));

        Assert.All(times, time =>
        {
            Assert.Matches("^[0-9]{1,2}:30 [AP]M$", In(Language.English, () => California.Clock(time)));
            Assert.Matches("^[0-9]{1,2}:30\u00A0[ap]\\.\u00A0m\\.$", In(Language.Spanish, () => California.Clock(time)));
        });
    }

    [Fact]
    public void Weekdays_and_dates_stand_by_themselves()
    {
        Assert.Equal("Wednesday", In(Language.English, () => SpokenTime.Weekday(DayOfWeek.Wednesday)));
        Assert.Equal("Miércoles", In(Language.Spanish, () => SpokenTime.Weekday(DayOfWeek.Wednesday)));
        Assert.Equal("Tuesday, December 1", In(Language.English, () => SpokenTime.Date(new(2026, 12, 1))));
        Assert.Equal("martes 1 de diciembre", In(Language.Spanish, () => SpokenTime.Date(new(2026, 12, 1))));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("")]
    public void A_machine_of_another_language_says_it_in_english(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal("on Monday, December 7 at 8:30 AM", California.At(Instant("2026-12-07T08:30"), Now));
        Assert.Equal("1,500 days", SpokenTime.Length(TimeSpan.FromDays(1500)));
    }

    private static DateTimeOffset Instant(string local)
    {
        var reading = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return California.FirstInstant(DateOnly.FromDateTime(reading), TimeOnly.FromDateTime(reading));
    }

    // The spaces around "a. m." do not break; here they are written as others for the reader's sake.
    private static string NoBreak(string text) => text.Replace(" a. m.", "\u00A0a.\u00A0m.", StringComparison.Ordinal).Replace(" p. m.", "\u00A0p.\u00A0m.", StringComparison.Ordinal);

    private static string In(Language language, Func<string> say)
    {
        language.Speak();
        return say();
    }
}

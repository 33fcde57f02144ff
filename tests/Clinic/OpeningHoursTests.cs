using LeadFunctions.Clinic;

namespace LeadFunctions.Tests.Clinic;

public sealed class OpeningHoursTests
{
    private static readonly ClinicTime PaloAlto = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    private static readonly OpeningHours Hours = Open(PaloAlto, "09:00-12:00, 13:00-17:00", new Holiday("Closed", new HolidayDay.Once(new(2026, 6, 3))));

    [Theory]
    [InlineData("2026-06-01T08:59:59", false)]
    [InlineData("2026-06-01T09:00:00", true)]
    [InlineData("2026-06-01T11:59:59", true)]
    [InlineData("2026-06-01T12:00:00", false)]
    [InlineData("2026-06-01T17:00:00", false)]
    [InlineData("2026-06-03T10:00:00", false)]
    [InlineData("2026-06-06T10:00:00", false)]
    public void The_clinic_is_open_from_the_first_minute_to_just_before_the_last(string local, bool open)
        => Assert.Equal(open, Hours.IsOpen(At(local)));

    [Theory]
    [InlineData("2026-06-01T10:00:00", "2026-06-01T10:00:00")]
    [InlineData("2026-06-01T12:00:00", "2026-06-01T13:00:00")]
    [InlineData("2026-06-01T17:00:00", "2026-06-02T09:00:00")]
    [InlineData("2026-06-02T17:30:00", "2026-06-04T09:00:00")]
    [InlineData("2026-06-05T17:30:00", "2026-06-08T09:00:00")]
    public void The_next_opening_skips_nights_weekends_and_holidays(string local, string expected)
        => Assert.Equal(At(expected), Hours.NextOpening(At(local)));

    [Theory]
    [InlineData("2026-06-01T09:00:00", 4, "2026-06-01T14:00:00")]
    [InlineData("2026-06-01T16:00:00", 4, "2026-06-02T12:00:00")]
    [InlineData("2026-06-02T16:30:00", 4, "2026-06-04T13:30:00")]
    [InlineData("2026-06-06T03:00:00", 1, "2026-06-08T10:00:00")]
    [InlineData("2026-06-01T09:00:00", 0, "2026-06-01T09:00:00")]
    public void A_promise_counts_opening_hours_only(string local, int hours, string expected)
        => Assert.Equal(At(expected), Hours.Deadline(At(local), TimeSpan.FromHours(hours)));

    [Fact]
    public void A_day_may_be_open_around_the_clock()
    {
        var hours = Open(PaloAlto, "00:00-24:00");

        Assert.True(hours.IsOpen(At("2026-06-01T23:59:59")));
        Assert.True(hours.IsOpen(At("2026-06-02T00:00:00")));
    }

    [Fact]
    public void A_clinic_that_never_opens_is_a_mistake_and_not_an_endless_search()
        => Assert.Throws<InvalidOperationException>(() => Open(PaloAlto, "closed").NextOpening(At("2026-06-01T09:00:00")));

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void Around_every_change_of_the_clocks_the_next_opening_is_the_first_open_instant(string id)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(id));
        var hours = Open(time, "00:15-02:15, 02:45-03:30, 23:00-24:00");

        foreach (var (at, _, _) in Zones.Changes(time.Zone))
        {
            DateTimeOffset? next = null;

            // Backwards, so that the first open instant after each is known when it is asked for.
            for (var instant = at.AddHours(4); instant >= at.AddHours(-4); instant -= TimeSpan.FromMinutes(15))
            {
                next = hours.IsOpen(instant) ? instant : next;

                if (next is { } expected)
                {
                    Assert.Equal(expected, hours.NextOpening(instant));
                }
            }

            Assert.NotNull(next);
        }
    }

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void On_days_when_the_clocks_are_left_alone_the_wall_decides(string id)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(id));
        var hours = Open(time, "09:00-17:00");

        for (var instant = Zones.From; instant < Zones.To; instant = instant.AddMinutes(60 * 7))
        {
            var wall = time.LocalAt(instant);
            var open = wall is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday), Hour: >= 9 and < 17 };

            Assert.Equal(open, hours.IsOpen(instant));
        }
    }

    private static DateTimeOffset At(string local) => PaloAlto.FirstInstant(DateTime.Parse(local, null));

    /// <summary>Monday to Friday, and on Sunday too when the hours are those of a night, since clocks are changed on Sundays.</summary>
    private static OpeningHours Open(ClinicTime time, string text, params Holiday[] holidays)
    {
        Assert.True(OpeningHoursText.TryRead(text, out var spans));
        var weekend = text.StartsWith("00:", StringComparison.Ordinal) ? spans : [];

        return new(
            time,
            [weekend, spans, spans, spans, spans, spans, weekend],
            holidays);
    }
}

using LeadFunctions.Clinic;

namespace LeadFunctions.Tests.Clinic;

public sealed class ClinicTimeTests
{
    private static readonly ClinicTime PaloAlto = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    [Theory]
    [InlineData("2026-03-08", "01:59", "2026-03-08T01:59:00-08:00")]
    [InlineData("2026-03-08", "02:00", "2026-03-08T03:00:00-07:00")]
    [InlineData("2026-03-08", "02:30", "2026-03-08T03:00:00-07:00")]
    [InlineData("2026-03-08", "03:00", "2026-03-08T03:00:00-07:00")]
    [InlineData("2026-11-01", "00:59", "2026-11-01T00:59:00-07:00")]
    [InlineData("2026-11-01", "01:30", "2026-11-01T01:30:00-07:00")]
    [InlineData("2026-11-01", "02:00", "2026-11-01T02:00:00-08:00")]
    [InlineData("2026-07-04", "07:30", "2026-07-04T07:30:00-07:00")]
    public void A_time_of_day_means_its_first_instant_or_the_end_of_the_gap(string date, string time, string expected)
    {
        var instant = PaloAlto.FirstInstant(DateOnly.Parse(date, null), TimeOnly.Parse(time, null));

        Assert.Equal(DateTimeOffset.Parse(expected, null), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void Around_every_change_of_the_clocks_each_reading_has_the_instant_it_should_have(string id)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(id));

        foreach (var (at, before, after) in Zones.Changes(time.Zone))
        {
            for (var minutes = -240; minutes <= 240; minutes += 5)
            {
                var reading = (at + before).DateTime.AddMinutes(minutes);
                var ifBefore = new DateTimeOffset(reading, TimeSpan.Zero) - before;
                var ifAfter = new DateTimeOffset(reading, TimeSpan.Zero) - after;
                var expected = ifBefore < at ? ifBefore : ifAfter > at ? ifAfter : at;

                Assert.Equal(expected, time.FirstInstant(reading));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Zones.All), MemberType = typeof(Zones))]
    public void Every_date_has_one_morning_and_mornings_are_about_a_day_apart(string id)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(id));
        var date = DateOnly.FromDateTime(Zones.From.DateTime);
        var morning = time.FirstInstant(date, new(7, 30));

        while (morning < Zones.To)
        {
            var next = time.FirstInstant(date.AddDays(1), new(7, 30));

            Assert.Equal(date, time.DateAt(morning));
            Assert.InRange((next - morning).TotalHours, 23, 25);
            (date, morning) = (date.AddDays(1), next);
        }
    }

    [Fact]
    public void The_zones_under_test_do_change_their_clocks()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

        Assert.Equal(24, Zones.Changes(zone).Count());
    }
}

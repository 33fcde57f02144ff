using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-07", "2026-03-07T08:00:00Z", 96)]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-08T08:00:00Z", 92)]
    [InlineData("America/Los_Angeles", "2026-03-09", "2026-03-09T07:00:00Z", 96)]
    [InlineData("America/Los_Angeles", "2026-11-01", "2026-11-01T07:00:00Z", 100)]
    [InlineData("Asia/Kolkata", "2026-03-08", "2026-03-07T18:30:00Z", 96)]
    [InlineData("Asia/Kathmandu", "2026-03-08", "2026-03-07T18:15:00Z", 96)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 98)]
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z", 92)]
    public void A_date_has_the_quarters_of_its_day(string zone, string date, string begins, int quarters)
    {
        var day = Days(zone).Of(DateOnly.Parse(date, null));

        Assert.Equal(DateTimeOffset.Parse(begins, null), day.Hours.Keys.Min().Start);
        Assert.Equal(quarters, day.Hours.Count);
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    public void Every_quarter_of_a_year_is_in_one_date_and_no_other(string zone)
    {
        var days = Days(zone);
        var all = Enumerable.Range(0, 370).SelectMany(day => days.Of(new DateOnly(2026, 1, 1).AddDays(day)).Hours.Keys).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(all.Count - 1, (all[^1].Start - all[0].Start) / Bucket.Length);
    }

    [Fact]
    public void An_hour_may_be_of_two_dates()
    {
        Assert.Equal([new DateOnly(2026, 3, 7), new DateOnly(2026, 3, 8)], Days("Asia/Kolkata").DatesOf(new(2026, 3, 7, 18, 0, 0, TimeSpan.Zero)));
        Assert.Equal([new DateOnly(2026, 3, 7)], Days("America/Los_Angeles").DatesOf(new(2026, 3, 8, 7, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2026-03-08T07:59:59.9999999Z", "2026-03-07")]
    [InlineData("2026-03-08T08:00:00Z", "2026-03-08")]
    [InlineData("2026-03-09T06:59:59.9999999Z", "2026-03-08")]
    [InlineData("2026-03-09T07:00:00Z", "2026-03-09")]
    [InlineData("2026-11-02T07:59:59.9999999Z", "2026-11-01")]
    public async Task A_lead_counts_on_the_date_that_the_clinic_had(string capturedAt, string date)
    {
        await using var app = new TestApp(clock: new(DateTimeOffset.Parse(capturedAt, null)));
        await app.CaptureAsync();

        await app.Get<RollupHandler>().HandleAsync(default);

        var answer = await app.Get<StatsHandler>().AnswerAsync(new(new(2026, 3, 1), new(2026, 11, 30), StatsBy.Day), default);
        Assert.Equal(date, Assert.Single(answer.Rows, row => row.Captured > 0).Key);
        Assert.Equal(275, answer.Rows.Count);
    }

    private static LocalDays Days(string zone) => new(new(TimeZoneInfo.FindSystemTimeZoneById(zone)));
}

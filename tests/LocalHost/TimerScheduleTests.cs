using System.Globalization;
using LeadFunctions.Local;
using LeadFunctions.Local.Timers;
using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Tests.Hosting;

public sealed class TimerScheduleTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("Probe:Schedule", (string?)"0 */15 * * * *"), KeyValuePair.Create("Days", (string?)"2")])
        .Build();

    [Theory]
    [InlineData("0 * * * * *", "2026-03-08T09:59:30Z", "2026-03-08T10:00:00Z")]
    [InlineData("0 * * * * *", "2026-03-08T10:00:00Z", "2026-03-08T10:01:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-08T10:00:05Z", "2026-03-08T10:00:10Z")]
    [InlineData("*/5 * * * *", "2026-03-08T10:01:00Z", "2026-03-08T10:05:00Z")]
    [InlineData("0 30 7 * * MON", "2026-03-08T10:00:00Z", "2026-03-09T07:30:00Z")]
    [InlineData("0 0 3 1 JAN *", "2026-03-08T10:00:00Z", "2027-01-01T03:00:00Z")]
    [InlineData("%Probe:Schedule%", "2026-03-08T10:00:00Z", "2026-03-08T10:15:00Z")]
    [InlineData("%Probe__Schedule%", "2026-03-08T10:00:00Z", "2026-03-08T10:15:00Z")]
    [InlineData("%Days%.00:00:00", "2026-03-08T10:00:00Z", "2026-03-10T10:00:00Z")]
    [InlineData("00:00:30", "2026-03-08T10:00:00.5Z", "2026-03-08T10:00:30.5Z")]
    public void A_schedule_is_read_as_the_Functions_host_reads_it(string schedule, string now, string next)
    {
        var parsed = TimerSchedule.Parse("Drain", schedule, Settings);

        Assert.Equal(Moment(next), parsed.After(Moment(now)));
    }

    [Theory]
    [InlineData("* * * * * *", true)]
    [InlineData("0,30 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("30 */2 * * * *", false)]
    [InlineData("00:00:59", true)]
    [InlineData("00:01:00", false)]
    public void More_than_one_tick_a_minute_is_frequent(string schedule, bool isFrequent) =>
        Assert.Equal(isFrequent, TimerSchedule.Parse("Drain", schedule, Settings).IsFrequent);

    [Theory]
    [InlineData("every now and then", "Function 'Drain': the schedule 'every now and then' is neither")]
    [InlineData("0 99 * * * *", "Function 'Drain': the schedule '0 99 * * * *' is neither")]
    [InlineData("-00:01:00", "Function 'Drain': the schedule '-00:01:00' is neither")]
    [InlineData("", "Function 'Drain': the schedule '' is neither")]
    [InlineData("%Nobody:Set:This%", "Function 'Drain': the setting 'Nobody:Set:This' is missing.")]
    public void What_is_no_schedule_is_said_in_a_line(string schedule, string problem)
    {
        var thrown = Assert.Throws<LocalHostException>(() => TimerSchedule.Parse("Drain", schedule, Settings));

        Assert.StartsWith(problem, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using LeadFunctions.Health;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Health;

public sealed class ReadinessTests
{
    [Theory]
    [InlineData(600, "")]
    [InlineData(601, "Due work is late by 601 seconds.")]
    public async Task Due_work_that_is_more_than_ten_minutes_late_is_told_to_the_log_for_the_alert(int seconds, string told)
    {
        var leads = new InMemoryLeadStore();
        await leads.CaptureAsync(ALead.New(ALead.Captured()), CancellationToken.None);
        var lines = new List<string>();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(new ListedLogs(lines)));
        var clock = new FakeTimeProvider(leads.Due.Min(work => work.DueAt).AddSeconds(seconds));

        var late = await new ReadinessHandler(leads, clock, logs.CreateLogger<ReadinessHandler>()).HandleAsync(CancellationToken.None);

        Assert.Equal(seconds, late);
        Assert.Equal(told, string.Concat(lines));
    }
}

using LeadFunctions.Health;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Health;

public sealed class ReadinessTests
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    [Theory]
    [InlineData(600, "")]
    [InlineData(601, "Due work is late by 601 seconds.")]
    public async Task Due_work_that_is_more_than_ten_minutes_late_is_told_to_the_log_for_the_alert(int seconds, string told)
    {
        await using var app = new TestApp();
        await app.CaptureAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var lines = new List<string>();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(new ListedLogs(lines)));

        var readiness = await new ReadinessHandler(app.Get<HealthReading>(), logs.CreateLogger<ReadinessHandler>()).HandleAsync(default);

        Assert.True(readiness.AreLeadsKept);
        Assert.Equal(("ready", seconds), (readiness.Answer.Status, readiness.Answer.OldestDueSeconds));
        Assert.Equal(told, string.Concat(lines));
        Assert.Equal(told.Length > 0, readiness.Answer.Reasons!.Any(reason => reason.Id == "due-late"));
    }

    [Fact]
    public async Task Nobodys_request_can_be_kept_when_storage_is_away_and_there_is_no_second_account()
    {
        await using var app = new TestApp();
        app.Leads.IsAway = true;

        var readiness = await app.Get<ReadinessHandler>().HandleAsync(default);

        Assert.False(readiness.AreLeadsKept);
        Assert.Equal(("storage is away", null), (readiness.Answer.Status, readiness.Answer.OldestDueSeconds));
        Assert.Equal(["storage-away"], readiness.Answer.Reasons!.Select(reason => reason.Id));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void With_a_second_account_a_request_is_kept_as_long_as_either_answers(bool isSecondAway, bool areKept) =>
        Assert.Equal(areKept, new HealthFacts { Now = Noon, SecondAccount = new(isSecondAway, Noon) }.AreLeadsKept);

    [Fact]
    public void An_app_that_runs_as_it_should_gives_no_reason() => Assert.Empty(ReasonsOf(Well));

    [Fact]
    public void A_drain_that_has_not_run_for_a_quarter_of_an_hour_is_told_of()
    {
        Assert.Empty(ReasonsOf(Well with { Upkeep = Ran(Noon.AddMinutes(-15)) }));
        Assert.Equal(["drain-stopped"], ReasonsOf(Well with { Upkeep = Ran(Noon.AddMinutes(-16)) }));
        Assert.Equal(["drain-stopped"], ReasonsOf(Well with { Upkeep = UpkeepState.Nothing }));
    }

    [Theory]
    [InlineData(SendingPause.Refusal, "provider-refuses")]
    [InlineData(SendingPause.Silence, "provider-silent")]
    public void What_the_provider_does_is_told_of_by_the_instance_that_sees_it_and_by_every_other(SendingPause pause, string told)
    {
        Assert.Equal([told], ReasonsOf(Well with { Pause = pause }));
        Assert.Equal([told], ReasonsOf(Well with { Upkeep = Ran(Noon.AddMinutes(-1), pause) }));
        Assert.Equal(["drain-stopped"], ReasonsOf(Well with { Upkeep = Ran(Noon.AddHours(-1), pause) }));
    }

    [Theory]
    [InlineData(60, null, true)]
    [InlineData(60, 50, false)]
    [InlineData(60, 70, true)]
    [InlineData(10, 20, false)]
    [InlineData(10, 1500, true)]
    [InlineData(1500, null, false)]
    public void A_provider_that_takes_mails_and_tells_nothing_of_them_is_told_of(int acceptedMinutesAgo, int? heardMinutesAgo, bool isSilent)
    {
        var facts = Well with { Upkeep = Ran(Noon.AddMinutes(-1), null, Noon.AddMinutes(-acceptedMinutesAgo), heardMinutesAgo is { } ago ? Noon.AddMinutes(-ago) : null) };

        Assert.Equal(isSilent, ReasonsOf(facts).Contains("webhook-silent"));
        Assert.Empty(ReasonsOf(facts with { IsTold = false }));
    }

    [Fact]
    public void A_second_account_that_is_away_or_whose_last_copy_is_more_than_a_day_and_a_half_old_is_told_of()
    {
        Assert.Empty(ReasonsOf(Well with { SecondAccount = null }));
        Assert.Empty(ReasonsOf(Well with { SecondAccount = new(IsAway: false, Noon.AddHours(-36)) }));
        Assert.Equal(["copy-old"], ReasonsOf(Well with { SecondAccount = new(IsAway: false, Noon.AddHours(-37)) }));
        Assert.Equal(["copy-old"], ReasonsOf(Well with { SecondAccount = new(IsAway: false, null) }));
        Assert.Equal(["second-account-away"], ReasonsOf(Well with { SecondAccount = new(IsAway: true, null) }));
    }

    private static HealthFacts Well => new() { Now = Noon, EarliestDue = [Noon.AddMinutes(-1), null], Upkeep = Ran(Noon.AddMinutes(-1)), IsTold = true, SecondAccount = new(IsAway: false, Noon.AddHours(-3)) };

    private static IEnumerable<string> ReasonsOf(HealthFacts facts) => HealthRules.Of(facts).Select(reason => reason.Id);

    private static UpkeepState Ran(DateTimeOffset at, SendingPause? pause = null, DateTimeOffset? accepted = null, DateTimeOffset? heard = null)
    {
        var run = new TimerRun("Drain", at, TimeSpan.FromSeconds(1)) { Pause = pause, AcceptedAt = accepted };
        return new(
            new Dictionary<string, TimerRun> { [run.Function] = run },
            heard is { } last ? new Dictionary<string, DateTimeOffset> { ["SendGrid"] = last } : [],
            null);
    }
}

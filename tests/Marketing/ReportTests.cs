using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Marketing;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Marketing;

public sealed class ReportTests : IAsyncDisposable
{
    // The clinic's clock shows noon on Monday; the morning began at half past seven.
    private readonly TestApp app = new(settings: [("Staff:Members:1", "marketing@example.com;marketing"), ("Staff:Members:2", "maria@example.com;marketing;es"), ("Staff:Members:3", "manager@example.com;admin")]);

    [Fact]
    public async Task Each_member_of_marketing_gets_one_report_a_week_in_their_language_however_often_the_timer_fires()
    {
        await HappenAsync(ALead.Noon.AddDays(-3), 30);

        for (var tick = 0; tick < 24 * 7; tick++)
        {
            await TickAsync();
            app.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["marketing@example.com", "maria@example.com"], app.Provider.Accepted.Take(2).Select(mail => Assert.Single(mail.To)));
        Assert.Equal(["The figures of last week", "Las cifras de la semana pasada"], app.Provider.Accepted.Take(2).Select(mail => mail.Subject));
        Assert.Equal(4, app.Provider.Accepted.Count);
        Assert.Contains("https://requests.example.com/marketing?from=2026-02-23&to=2026-03-01&lang=en", app.Provider.Accepted[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_clinics_monday_morning_nothing_is_sent()
    {
        await HappenAsync(ALead.Noon.AddDays(-3), 30);
        await TickAsync();

        // Seven days later less four and a half hours, and one that the night between has not.
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(5.6));
        await TickAsync();
        Assert.Equal(2, app.Provider.Posted.Count);

        app.Clock.Advance(TimeSpan.FromHours(0.2));
        await TickAsync();

        Assert.Equal(4, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task What_the_provider_did_not_take_is_tried_again_and_keeps_nobody_else_from_theirs()
    {
        await HappenAsync(ALead.Noon.AddDays(-3), 30);
        app.Provider.Answer = mail => mail.To[0] == "marketing@example.com" ? new SendOutcome.Unknown("no answer") : new SendOutcome.Accepted("id");
        await TickAsync();
        Assert.Equal(["maria@example.com"], app.Provider.Accepted.Select(mail => mail.To[0]));

        app.Provider.Answer = _ => new SendOutcome.Accepted("id");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await TickAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await TickAsync();

        Assert.Equal(["maria@example.com", "marketing@example.com"], app.Provider.Accepted.Select(mail => mail.To[0]));
    }

    [Fact]
    public async Task Of_a_week_in_which_nothing_happened_after_another_there_is_no_report()
    {
        await TickAsync();

        Assert.Empty(app.Provider.Posted);
    }

    [Fact]
    public async Task It_names_no_concern_and_nobody()
    {
        await HappenAsync(ALead.Noon.AddDays(-3), 30);
        await TickAsync();

        Assert.All(app.Provider.Accepted, mail => Assert.DoesNotMatch("(?i)anxiety|ansiedad|depress|robin", mail.Text + mail.Html + mail.Subject));
    }

    [Theory]
    [InlineData("2026-03-09T15:00:00Z", "2026-03-02")]
    [InlineData("2026-11-02T16:00:00Z", "2026-10-26")]
    public async Task A_week_in_which_clocks_are_changed_has_seven_dates(string now, string monday)
    {
        var at = DateTimeOffset.Parse(now, null);
        app.Clock.Advance(at - app.Clock.GetUtcNow());

        // The last minute of the Sunday, and the first of the Monday after it.
        await HappenAsync(app.Get<ClinicTime>().FirstInstant(DateOnly.Parse(monday, null).AddDays(7), default).AddMinutes(-1), 21);
        await HappenAsync(app.Get<ClinicTime>().FirstInstant(DateOnly.Parse(monday, null).AddDays(7), default), 5);

        var week = await app.Get<WeekReading>().ReadAsync(DateOnly.Parse(monday, null), default);

        Assert.Equal((21, 0), (week.Now[Metric.Captured], week.Before[Metric.Captured]));
    }

    [Fact]
    public void The_five_that_changed_most_are_told_and_only_those_that_are_enough()
    {
        var content = Content([100, 0, 400, 100, 0, 0, 40, 0, 0, 30, 0, 0, 19], [50, 0, 400, 200, 0, 0, 39, 0, 0, 10, 0, 0, 2]);

        // Of few bookings and of few who said stop before, nothing; of what did not change, nothing.
        Assert.Equal(
            [(Metric.Opened, Metric.Delivered), (Metric.Opened, null), (Metric.Captured, null), (Metric.Unsubscribed, Metric.Delivered), (Metric.Clicked, Metric.Delivered)],
            content.Changes.Select(change => (change.Part, change.Whole)));
    }

    [Fact]
    public void Surprise_is_what_a_statistician_says()
    {
        var (now, before) = (Counts.Of([60, 0, 200, 0, 0, 0, 30]), Counts.Of([40, 0, 100, 0, 0, 0, 10]));

        Assert.Equal(2.0, new WeekFigure(Metric.Captured).Surprise(now, before), 3);

        // 30 of 200 and 10 of 100: pooled 2/15, deviation 0.04163.
        Assert.Equal(1.201, new WeekFigure(Metric.Clicked, Metric.Delivered).Surprise(now, before), 3);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static ReportContent Content(int[] now, int[] before) => new(new(new(2026, 3, 2), new(2026, 3, 8)), Counts.Of(now), Counts.Of(before));

    private Task TickAsync() => app.Get<ReportHandler>().HandleAsync(default);

    private async Task HappenAsync(DateTimeOffset at, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var lead = LeadId.New(new(number % Shard.Count));
            await app.Events.Statistics.KeepAsync(lead, Figures.Facts(at), default);
            await app.Events.Statistics.CountAsync(lead, default);
        }

        await app.Get<LeadFunctions.Stats.RollupHandler>().HandleAsync(default);
    }
}

using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

public sealed class RollupTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_lead_its_mails_and_its_booking_are_in_the_figures_of_their_days()
    {
        var lead = await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow()) with
        {
            Concerns = ["depression"],
            Source = new() { Page = "https://mindbody.example.com/depression?utm_source=x", Campaign = "spring" },
        });
        await app.DrainForAsync(TimeSpan.FromDays(2), every: TimeSpan.FromHours(1));
        await BookAsync(lead, LeadStatus.Booked);

        await RollUpAsync();

        var totals = (await AskAsync("day")).Totals;
        Assert.Equal((1, 2, 1, 1), (totals.Captured, totals.Sent, totals.Booked, totals.BookedWithin7Days));
        var days = (await AskAsync("day")).Rows;
        Assert.Equal((1, 1, 0), Of(days, "2026-03-02"));
        Assert.Equal((0, 1, 0), Of(days, "2026-03-03"));
        Assert.Equal((0, 0, 1), Of(days, "2026-03-04"));
        Assert.Equal((1, 2, 1), Of((await AskAsync("concern")).Rows, "depression"));
        Assert.Equal((1, 2, 1), Of((await AskAsync("source")).Rows, "https://mindbody.example.com/depression"));
        Assert.Equal((1, 2, 1), Of((await AskAsync("campaign")).Rows, "spring"));
        Assert.Equal(["0", "1", "none"], (await AskAsync("step")).Rows.Select(row => row.Key));
        Assert.Equal((0, 1, 1), Of((await AskAsync("step")).Rows, "1"));
        Assert.Equal(["appointment.3", "none"], (await AskAsync("sequence")).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task A_second_run_and_two_at_once_change_nothing()
    {
        for (var number = 0; number < 20; number++)
        {
            await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow().AddMinutes(number)));
        }

        await app.DrainForAsync(TimeSpan.FromHours(1), every: TimeSpan.FromMinutes(10));
        await Task.WhenAll(RollUpAsync(), RollUpAsync());
        var before = await AskAsync("day");

        await Task.WhenAll(RollUpAsync(), RollUpAsync());

        Assert.Equal(before.Totals, (await AskAsync("day")).Totals, EqualFigures);
        Assert.Equal((20, 20), (before.Totals.Captured, before.Totals.Sent));
        Assert.Equal(0, (await app.Get<RebuildHandler>().HandleAsync(null, default))!.Different);
    }

    [Fact]
    public async Task Evidence_that_comes_late_is_counted_where_it_belongs()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        await RollUpAsync();
        app.Clock.Advance(TimeSpan.FromDays(3));

        await app.Events.KeepAsync([AnEvent.Of(MailEventKind.Delivered, new(lead.Id, Track.Visitor, 0), ALead.Noon.AddSeconds(9))], default);
        await RollUpAsync();

        Assert.Equal(1, (await AskAsync("day")).Rows.Single(row => row.Key == "2026-03-02").Delivered);
    }

    [Fact]
    public async Task A_lead_in_quarantine_counts_once_it_is_let_out_and_then_at_the_time_it_came()
    {
        var lead = await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow()) with { Quarantined = true });
        await RollUpAsync();
        Assert.Equal(0, (await AskAsync("day")).Totals.Captured);
        app.Clock.Advance(TimeSpan.FromDays(2));

        await app.Leads.ReleaseAsync(lead.Handle, app.Clock.GetUtcNow(), default);
        await RollUpAsync();

        Assert.Equal((1, 0, 0), Of((await AskAsync("day")).Rows, "2026-03-02"));
    }

    [Fact]
    public async Task Saying_stop_is_one_persons_and_counts_with_their_newest_request_then()
    {
        var first = await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow()) with { Source = new() { Campaign = "first" } });
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.CaptureAsync(ALead.Captured(first.Contact, app.Clock.GetUtcNow()) with { Source = new() { Campaign = "second" } });
        app.Clock.Advance(TimeSpan.FromHours(1));
        await StopAsync(app.Clock.GetUtcNow());
        await RollUpAsync();
        Assert.Equal(1, (await AskAsync("campaign")).Rows.Single(row => row.Key == "second").Unsubscribed);

        // An earlier word that comes late moves it, and does not count again.
        await StopAsync(ALead.Noon.AddMinutes(30));
        await RollUpAsync();

        Assert.Equal(1, (await AskAsync("campaign")).Totals.Unsubscribed);
        Assert.Equal(1, (await AskAsync("campaign")).Rows.Single(row => row.Key == "first").Unsubscribed);
        Assert.Equal(["first"], (await AskAsync("firstCampaign")).Rows.Select(row => row.Key));

        Task StopAsync(DateTimeOffset at) => app.Leads.SuppressAsync(first.Contact, [new(SuppressionReason.Unsubscribed, at)], default);
    }

    [Fact]
    public async Task A_booking_that_is_taken_back_does_not_count()
    {
        var lead = await app.CaptureAsync();
        await BookAsync(lead, LeadStatus.Booked);
        await RollUpAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));

        await BookAsync(lead, LeadStatus.New);
        await RollUpAsync();

        Assert.Equal(0, (await AskAsync("day")).Totals.Booked);
    }

    [Fact]
    public async Task What_an_erased_lead_added_stays_also_after_a_rebuild()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        await RollUpAsync();

        app.Leads.Put(lead.Handle, null);
        await app.Events.ForgetAsync(lead.Id, ALead.Noon, default);
        var rebuilt = await app.Get<RebuildHandler>().HandleAsync(null, default);

        Assert.Equal((0, 1, 0), (rebuilt!.Leads, rebuilt.Days, rebuilt.Different));
        Assert.Equal((1, 1), ((await AskAsync("day")).Totals.Captured, (await AskAsync("day")).Totals.Sent));
    }

    [Fact]
    public async Task A_lead_that_is_stored_late_is_counted_when_a_note_tells_of_it_or_at_the_next_rebuild()
    {
        await RollUpAsync();
        app.Clock.Advance(TimeSpan.FromHours(2));
        await RollUpAsync();
        var late = await app.CaptureAsync(ALead.Captured(at: ALead.Noon.AddHours(1)));
        var later = await app.CaptureAsync(ALead.Captured(at: ALead.Noon.AddHours(1)));
        app.Leads.Outbox.Note([OutboxNote.Captured(late, app.Clock.GetUtcNow())]);

        await RollUpAsync();
        Assert.Equal(1, (await AskAsync("day")).Totals.Captured);

        // The lead, and its date.
        Assert.Equal(2, (await app.Get<RebuildHandler>().HandleAsync(null, default))!.Different);
        Assert.Equal(2, (await AskAsync("day")).Totals.Captured);
        Assert.NotEqual(late.Id, later.Id);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused() => Assert.Null(await app.Get<RebuildHandler>().HandleAsync("zz", default));

    [Theory]
    [InlineData("3~0000001a")]
    [InlineData("f")]
    [InlineData("20260302")]
    public async Task A_rebuild_goes_on_where_it_is_told(string cursor)
    {
        await app.CaptureAsync();
        await RollUpAsync();

        var rest = await app.Get<RebuildHandler>().HandleAsync(cursor, default);

        Assert.Equal((1, 0, null), (rest!.Days, rest.Different, rest.Next));
    }

    private static readonly Func<StatsFigures, StatsFigures, bool> EqualFigures = (one, other) => StatsFigures.Order.All(metric => one.Of(metric) == other.Of(metric));

    private Task<bool> RollUpAsync() => app.Get<RollupHandler>().HandleAsync(default);

    private Task<StatsAnswer> AskAsync(string by) =>
        app.Get<StatsHandler>().AnswerAsync(new(new(2026, 2, 1), new(2026, 4, 30), StatsBy.All.Single(one => one.Name == by)), default);

    private async Task BookAsync(Lead lead, LeadStatus status) => Assert.IsType<ChangeOutcome.Done>(
        await app.Get<ILeadDesk>().ChangeAsync(lead.Id, new(new() { Status = status }, StaffActor.Machine, app.Clock.GetUtcNow()), default));

    private static (int Captured, int Sent, int Booked) Of(IEnumerable<StatsRow> rows, string key) =>
        rows.Where(row => row.Key == key).Select(row => (row.Captured, row.Sent, row.Booked)).Single();
}

using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Sequences as the drain lives through them.</summary>
public sealed class SequenceDrainTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("2026-03-01T20:00:00Z", LeadKind.Appointment, false, "depression", "chronic-pain")]
    [InlineData("2026-03-08T07:59:00Z", LeadKind.Call, true, "anxiety")]
    [InlineData("2026-10-29T03:10:00Z", LeadKind.Call, false)]
    [InlineData("2026-10-31T15:00:00Z", LeadKind.Appointment, true, "sleep", "ketamine")]
    public async Task The_calendar_is_what_really_comes_when_the_clock_moves(string from, LeadKind kind, bool clicks, params string[] concerns)
    {
        await using var then = new TestApp(clock: new FakeTimeProvider(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)));
        var lead = await then.CaptureAsync(ALead.Captured(at: then.Clock.GetUtcNow(), kind: kind) with { Concerns = concerns });
        if (clicks)
        {
            await then.Events.KeepAsync([Click(lead.Id)], default);
        }

        var calendar = then.Get<SequenceCalendar>().Of(lead, new(clicks));
        await LiveThroughAsync(then);

        var came = then.Leads.Sends.Values.Where(send => send.Key.Track == Track.Visitor).OrderBy(send => send.Key.Step).ToList();
        Assert.Equal(
            calendar.Select(entry => (entry.Step, entry.At, entry.Result, string.Join(' ', entry.Articles.Select(match => match.Article.Slug)))),
            came.Select(send => (send.Key.Step, send.At, send.Result, string.Join(' ', send.Articles))));
        Assert.Equal(clicks || kind == LeadKind.Appointment ? 0 : 1, came.Count(send => send.Result == SendResult.Skipped));
    }

    [Fact]
    public async Task Every_record_says_which_version_it_was_of()
    {
        var lead = await app.CaptureAsync();

        await LiveThroughAsync(app);

        var begun = app.Get<SequenceLibrary>().For(lead.Kind).Version;
        Assert.All([0, 1, 2, 3], step => Assert.Equal(begun, app.Leads.Sends[new(lead.Id, Track.Visitor, step)].SequenceVersion));
    }

    [Fact]
    public async Task A_campaign_that_stood_still_does_not_send_long_past_its_time()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();

        app.Clock.Advance(5 * Day);
        await app.DrainForAsync(Day, every: TimeSpan.FromHours(1));

        var (first, second) = (app.Leads.Sends[new(lead.Id, Track.Visitor, 1)], app.Leads.Sends[new(lead.Id, Track.Visitor, 2)]);
        Assert.Equal((SendResult.Late, SendResult.Accepted), (first.Result, second.Result));
        Assert.Equal([0, 2], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
    }

    [Fact]
    public async Task Overlapping_runs_send_nothing_twice_and_nothing_at_night()
    {
        foreach (var hour in Enumerable.Range(0, 24))
        {
            await app.CaptureAsync(ALead.Captured(ALead.AContact(hour % 16), app.Clock.GetUtcNow().AddHours(-hour)));
        }

        app.Provider.Meanwhile = async _ => await Task.Yield();

        for (var hour = 0; hour < 12 * 24; hour += 3)
        {
            await Task.WhenAll(app.DrainAsync(), app.DrainAsync(), app.DrainAsync());
            app.Clock.Advance(TimeSpan.FromHours(3));
        }

        var sent = app.Provider.AcceptedTo(Track.Visitor);
        Assert.Equal(24 * 4, sent.Count);
        Assert.Equal(sent.Distinct().Count(), sent.Count);
        var clinic = app.Get<LeadFunctions.Clinic.ClinicTime>();
        Assert.All(app.Leads.Sends.Values.Where(send => send.Key.Step > 0), send => Assert.InRange(clinic.LocalAt(send.At).Hour, 8, 19));
    }

    [Fact]
    public async Task Evidence_is_asked_for_by_the_step_that_needs_it_and_by_no_other()
    {
        var lead = await app.CaptureAsync(ALead.Captured(kind: LeadKind.Call));
        app.Events.IsAway = true;

        await app.DrainForAsync(20 * Day, every: Day);

        Assert.Equal([0, 1, 2, 3], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        Assert.Equal(4, Assert.Single(app.Leads.Due).Key.Step);

        app.Events.IsAway = false;
        await app.Events.KeepAsync([Click(lead.Id)], default);
        await app.DrainAsync();

        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 4), app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task A_mail_filter_that_follows_links_is_no_reader()
    {
        var lead = await app.CaptureAsync(ALead.Captured(kind: LeadKind.Call));
        await app.Events.KeepAsync([Click(lead.Id) with { Agent = AgentClass.Scanner }, Click(lead.Id) with { Fetch = LinkFetch.Head }], default);

        await LiveThroughAsync(app);

        var last = app.Leads.Sends[new(lead.Id, Track.Visitor, 4)];
        Assert.Equal((SendResult.Skipped, "click"), (last.Result, last.Reason));
        Assert.Empty(app.Leads.Due);
    }

    private static MailEvent Click(LeadId lead) => AnEvent.Of(MailEventKind.Clicked, new(lead, Track.Visitor, 1)) with { Agent = AgentClass.Browser, Link = "1" };

    // From one piece of due work to the next, as a timer would that ticks just then.
    private static async Task LiveThroughAsync(TestApp app)
    {
        for (var turns = 0; app.Leads.Due.Count > 0; turns++)
        {
            Assert.InRange(turns, 0, 100);
            var wait = app.Leads.Due.Min(work => work.DueAt) - app.Clock.GetUtcNow();
            app.Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            await app.DrainAsync();
        }
    }
}

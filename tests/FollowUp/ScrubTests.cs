using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>What is lost of a lead's work comes back, and no mail comes twice.</summary>
public sealed class ScrubTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Healthy_leads_are_left_alone_from_their_first_minute_to_their_last_letter()
    {
        await app.CaptureAsync();
        await app.CaptureAsync(ALead.Captured() with { IsUrgent = true });
        await app.CaptureAsync(ALead.Captured() with { Quarantined = true });
        await app.CaptureAsync(ALead.Captured() with { Email = null });

        for (var day = 0; day < 20; day++)
        {
            Assert.Equal((4, 0, 0, 0), Counts(await ScrubAsync()));
            await app.DrainForAsync(TimeSpan.FromDays(1), TimeSpan.FromMinutes(30));
        }

        Assert.Equal((4, 0, 0, 0), Counts(await ScrubAsync()));
        Assert.NotEmpty(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Theory]
    [InlineData(Track.Alert)]
    [InlineData(Track.Visitor)]
    public async Task The_first_work_of_a_lead_that_was_lost_comes_back_and_is_done_once(Track track)
    {
        var lead = await app.CaptureAsync();
        app.Leads.LoseWork(new(lead.Id, track, 0));

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));
        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));
        await app.DrainForAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(new(lead.Id, track, 0), app.Provider.AcceptedTo(track).Distinct().Single());
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task A_letter_that_was_lost_comes_in_its_time_and_the_ones_before_it_do_not_come_again()
    {
        await using var untouched = new TestApp();
        var whole = await LettersAsync(untouched, null);

        var mended = await LettersAsync(app, lead => app.Leads.LoseWork(app.Leads.Due.Single(work => work.Key.Lead == lead.Id && work.Key.Track == Track.Visitor).Key));

        Assert.True(whole.Count > 2);
        Assert.Equal(whole, mended);
    }

    [Fact]
    public async Task The_clock_of_a_promise_that_was_lost_goes_on()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        var promise = Assert.Single(app.Leads.Promises);
        app.Leads.LoseWork(promise.Key);

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));

        Assert.Equal((promise.Key, promise.DueAt), (app.Leads.Promises.Single().Key, app.Leads.Promises.Single().DueAt));
        Assert.Equal(lead.Id, promise.Key.Lead);
    }

    [Fact]
    public async Task A_mail_that_may_have_left_is_judged_and_never_sent_again()
    {
        await app.CaptureAsync();
        app.Provider.Answer = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor
            ? new SendOutcome.Unknown("lost")
            : new SendOutcome.Accepted("id");
        await app.DrainAsync();
        app.Leads.LoseWork(app.Leads.Due.Single(work => work.Key.Track == Track.Visitor).Key);
        var posts = app.Provider.Posted.Count(message => ScriptedProvider.KeyOf(message).Track == Track.Visitor);

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));
        await app.DrainForAsync(TimeSpan.FromDays(3), TimeSpan.FromMinutes(30));

        Assert.Equal(1, posts);
        Assert.Equal(posts, app.Provider.Posted.Count(message => ScriptedProvider.KeyOf(message).Track == Track.Visitor));
        Assert.Equal(DeadLetter.NoWord, Assert.Single(app.Leads.DeadLetters).Value);
    }

    [Fact]
    public async Task A_mail_of_which_there_is_evidence_counts_as_sent_and_the_sequence_goes_on()
    {
        var lead = await app.CaptureAsync();
        app.Provider.Answer = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor
            ? new SendOutcome.Unknown("lost")
            : new SendOutcome.Accepted("id");
        await app.DrainAsync();
        app.Leads.LoseWork(app.Leads.Due.Single(work => work.Key.Track == Track.Visitor).Key);
        await app.Events.KeepAsync([AnEvent.Of(MailEventKind.Delivered, new(lead.Id, Track.Visitor, 0))], default);

        await ScrubAsync();
        await app.DrainAsync();

        Assert.Equal(SendResult.Accepted, app.Leads.Sends[new(lead.Id, Track.Visitor, 0)].Result);
        Assert.Equal(1, app.Leads.Due.Single(work => work.Key.Track == Track.Visitor).Key.Step);
    }

    [Fact]
    public async Task Work_that_was_done_and_is_there_again_is_taken_away_before_it_is_done_again()
    {
        var lead = await app.CaptureAsync();
        var first = app.Leads.Due.Single(work => work.Key.Track == Track.Visitor);
        await app.DrainAsync();
        app.Leads.BringBack(first);

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));
        await app.DrainForAsync(TimeSpan.FromMinutes(10));

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(1, app.Leads.Due.Single(work => work.Key.Lead == lead.Id && work.Key.Track == Track.Visitor).Key.Step);
    }

    [Fact]
    public async Task Work_that_is_there_twice_is_there_once()
    {
        await app.CaptureAsync();
        var work = app.Leads.Due.Single(work => work.Key.Track == Track.Visitor);
        app.Leads.BringBack(work with { DueAt = work.DueAt.AddMinutes(2) });

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));

        Assert.Equal(work.DueAt, app.Leads.Due.Single(left => left.Key.Track == Track.Visitor).DueAt);
    }

    [Fact]
    public async Task Who_was_acknowledged_and_is_not_there_is_told_of_and_nothing_of_them_is_taken_away()
    {
        var lead = await app.CaptureAsync();
        app.Leads.Put(lead.Handle, null);
        var due = app.Leads.Due.Count;

        var answer = await ScrubAsync();

        Assert.Equal((0, 0, 0, 1), Counts(answer));
        Assert.Equal([$"LeadLost {lead.Id.Shard} {lead.Id}"], answer.Reported);
        Assert.Equal(due, app.Leads.Due.Count);
    }

    [Fact]
    public async Task Who_said_stop_gets_nothing_back()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        await app.Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, app.Clock.GetUtcNow())], default);
        app.Leads.LoseWork(app.Leads.Due.Single(work => work.Key.Track == Track.Visitor).Key);

        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));
    }

    [Fact]
    public async Task A_person_who_is_forgotten_is_remembered_again_only_where_nothing_was_ever_said_to_them()
    {
        var fresh = await app.CaptureAsync();
        app.Leads.Forget(fresh.Contact);
        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));
        await app.DrainAsync();
        Assert.Equal(new SendKey(fresh.Id, Track.Visitor, 0), Assert.Single(app.Provider.AcceptedTo(Track.Visitor)));

        app.Leads.Forget(fresh.Contact);
        var answer = await ScrubAsync();

        Assert.Equal((1, 0, 0, 1), Counts(answer));
        Assert.Equal([$"ContactMissing {fresh.Id.Shard} {fresh.Id}"], answer.Reported);
    }

    [Fact]
    public async Task A_repair_that_somebody_else_comes_before_changes_nothing()
    {
        var lead = await app.CaptureAsync();
        app.Leads.LoseWork(new(lead.Id, Track.Visitor, 0));
        var changed = false;
        app.Leads.BeforeRepair = () =>
        {
            if (!changed)
            {
                changed = true;
                app.Leads.Put(lead.Handle, lead with { Status = LeadStatus.Booked });
            }
        };

        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));

        Assert.True(changed);
        Assert.DoesNotContain(app.Leads.Due, work => work.Key.Track == Track.Visitor);
    }

    [Fact]
    public async Task A_scrub_in_the_midst_of_a_drain_doubles_nothing()
    {
        for (var person = 0; person < 40; person++)
        {
            await app.CaptureAsync(ALead.Captured(ALead.AContact(person % 16)));
        }

        var answers = new List<ScrubAnswer>();
        using var turn = new SemaphoreSlim(1, 1);
        app.Provider.Meanwhile = async _ =>
        {
            await turn.WaitAsync();
            answers.Add(await ScrubAsync());
            turn.Release();
        };
        await app.DrainForAsync(TimeSpan.FromMinutes(5));

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal((40, 0, 0, 0), Counts(answer)));
        Assert.Equal(40, app.Provider.AcceptedTo(Track.Visitor).Distinct().Count());
        Assert.Equal(40, app.Provider.AcceptedTo(Track.Visitor).Count);
    }

    [Fact]
    public async Task The_timer_looks_once_a_week_and_goes_on_where_it_was_cut_short()
    {
        var handler = app.Get<ScrubHandler>();
        await app.Upkeep.ScrubbedAsync(new() { BegunAt = app.Clock.GetUtcNow().AddHours(-1), Next = new Shard(9), Leads = 5 }, default);
        await app.CaptureAsync(ALead.Captured(ALead.AContact(3)));
        await app.CaptureAsync(ALead.Captured(ALead.AContact(12)));

        await handler.HandleAsync(CancellationToken.None);
        var gone = (await app.Upkeep.ReadAsync(default)).Scrub!;
        await app.CaptureAsync(ALead.Captured(ALead.AContact(1)));
        app.Clock.Advance(TimeSpan.FromDays(5));
        await handler.HandleAsync(CancellationToken.None);
        var same = (await app.Upkeep.ReadAsync(default)).Scrub!;
        app.Clock.Advance(TimeSpan.FromDays(2));
        await handler.HandleAsync(CancellationToken.None);
        var next = (await app.Upkeep.ReadAsync(default)).Scrub!;

        Assert.Equal((6, null), (gone.Leads, gone.Next));
        Assert.Equal(gone.FinishedAt, same.FinishedAt);
        Assert.Equal(3, next.Leads);
    }

    [Theory]
    [InlineData("16")]
    [InlineData("-1")]
    [InlineData("a")]
    [InlineData("")]
    public async Task A_cursor_that_is_none_is_refused(string cursor) => Assert.Null(await app.Get<ScrubHandler>().HandleAsync(cursor, default));

    private static (int Leads, int Mended, int Dropped, int Left) Counts(ScrubAnswer answer) => (answer.Leads, answer.Mended, answer.Dropped, answer.Left);

    private static async Task<List<int>> LettersAsync(TestApp app, Action<Lead>? damage)
    {
        var lead = await app.CaptureAsync();
        await app.DrainForAsync(TimeSpan.FromDays(2), TimeSpan.FromMinutes(30));
        damage?.Invoke(lead);
        var answer = await app.Get<ScrubHandler>().HandleAsync(null, default);
        Assert.Equal(damage is null ? 0 : 1, answer!.Mended);
        await app.DrainForAsync(TimeSpan.FromDays(20), TimeSpan.FromMinutes(30));
        return [.. app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step)];
    }

    private async Task<ScrubAnswer> ScrubAsync() => (await app.Get<ScrubHandler>().HandleAsync(cursor: null, default))!;
}

using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>What follow-up does when somebody has written of danger.</summary>
public sealed class UrgentLeadTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    [Fact]
    public async Task Staff_are_told_and_the_visitor_gets_the_confirmation_and_no_article_however_long_it_takes()
    {
        await app.CaptureAsync(Urgent());

        await app.DrainForAsync(60 * Day, every: Day);

        Assert.Equal([0], app.Provider.AcceptedTo(Track.Alert).Select(key => key.Step));
        Assert.Equal([0], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
    }

    [Fact]
    public async Task Work_that_is_held_is_one_row_untouched_and_not_late()
    {
        await app.CaptureAsync(Urgent());
        await app.DrainForAsync(10 * Day, every: Day);
        var held = Assert.Single(app.Leads.Due);

        await app.DrainForAsync(10 * Day, every: Day);

        Assert.Equal(held, Assert.Single(app.Leads.Due));
        Assert.Equal((true, 0, 0), (held.IsHeld, held.Attempts, held.Failures));
        Assert.Equal(DueWork.Held, await app.Leads.EarliestDueAsync(held.Shard, default));
    }

    [Fact]
    public async Task Once_staff_say_so_every_article_step_goes_out()
    {
        var lead = await app.CaptureAsync(Urgent());
        await app.DrainForAsync(40 * Day, every: Day);

        await app.Leads.ReleaseArticlesAsync(lead.Contact, app.Clock.GetUtcNow(), default);
        await app.DrainAsync();

        Assert.Equal([0, 1], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        await app.DrainForAsync(30 * Day, every: Day);
        Assert.Equal([0, 1, 2, 3], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task A_release_before_the_first_article_is_due_leaves_it_its_time()
    {
        var lead = await app.CaptureAsync(Urgent());
        await app.DrainAsync();

        await app.Leads.ReleaseArticlesAsync(lead.Contact, app.Clock.GetUtcNow(), default);
        await app.DrainAsync();

        Assert.Equal([0], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        await app.DrainForAsync(3 * Day, every: Day);
        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 1), app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Articles_of_an_earlier_request_of_the_same_person_are_held_too()
    {
        var contact = ALead.AContact();
        await app.CaptureAsync(ALead.Captured(contact));
        await app.DrainAsync();
        await app.CaptureAsync(Urgent(contact) with { Consent = Consent.None });

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.DoesNotContain(app.Provider.AcceptedTo(Track.Visitor), key => key.Step > 0);
    }

    [Fact]
    public async Task A_later_harmless_request_does_not_let_them_go()
    {
        var contact = ALead.AContact();
        await app.CaptureAsync(Urgent(contact));
        await app.DrainForAsync(2 * Day, every: Day);
        await app.CaptureAsync(ALead.Captured(contact, app.Clock.GetUtcNow()));

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.DoesNotContain(app.Provider.AcceptedTo(Track.Visitor), key => key.Step > 0);
    }

    [Fact]
    public async Task A_release_at_the_very_moment_in_which_work_is_held_leaves_nothing_behind()
    {
        var lead = await app.CaptureAsync(Urgent());
        await app.DrainAsync();
        var step = Assert.Single(app.Leads.Due);
        var before = await app.Leads.FindContactAsync(lead.Contact, default);
        await app.Leads.ReleaseArticlesAsync(lead.Contact, app.Clock.GetUtcNow(), default);

        var outcome = await app.Leads.TryMoveAsync(new(step) { Next = step with { DueAt = DueWork.Held }, Contact = before }, default);

        Assert.IsType<MoveOutcome.Lost>(outcome);
    }

    [Fact]
    public async Task Work_is_held_on_the_condition_that_staff_have_not_spoken_since_it_was_looked_at()
    {
        var lead = await app.CaptureAsync(Urgent());
        await app.DrainAsync();
        var step = Assert.Single(app.Leads.Due);
        var contact = await app.Leads.FindContactAsync(lead.Contact, default);

        var decision = app.Get<VisitorRules>().Decide(step, lead, contact!, step.DueAt);

        var move = Assert.IsType<Decision.Pass>(decision).Move;
        Assert.Equal((DueWork.Held, contact), (move.Next!.DueAt, move.Contact));
    }

    [Fact]
    public async Task Danger_is_told_before_everything_else_that_is_due()
    {
        await using var oneByOne = new TestApp(mailsAtOnce: 1);
        for (var shard = 0; shard < Shard.Count; shard++)
        {
            await oneByOne.CaptureAsync(ALead.Captured(ALead.AContact(shard), ALead.Noon.AddHours(-1), LeadKind.Call));
        }

        var urgent = await oneByOne.CaptureAsync(Urgent(ALead.AContact(7)));

        await oneByOne.DrainAsync();

        Assert.Equal(new SendKey(urgent.Id, Track.Alert, 0), ScriptedProvider.KeyOf(oneByOne.Provider.Posted[0]));
    }

    [Fact]
    public async Task Danger_is_told_first_behind_more_work_of_its_shard_than_a_drain_reads_at_once()
    {
        await using var oneByOne = new TestApp(mailsAtOnce: 1);
        for (var times = 0; times < 300; times++)
        {
            await oneByOne.CaptureAsync(ALead.Captured(ALead.AContact(7), ALead.Noon.AddHours(-1)) with { Email = null });
        }

        var urgent = await oneByOne.CaptureAsync(Urgent(ALead.AContact(7)));

        await oneByOne.DrainAsync();

        Assert.Equal(new SendKey(urgent.Id, Track.Alert, 0), ScriptedProvider.KeyOf(oneByOne.Provider.Posted[0]));
    }

    [Fact]
    public async Task Danger_that_looks_like_spam_is_told_to_staff_and_the_visitor_is_not_written_to()
    {
        var lead = await app.CaptureAsync(Urgent() with { Quarantined = true });

        await app.DrainForAsync(3 * Day, every: Day);

        Assert.Equal([new SendKey(lead.Id, Track.Alert, 0)], app.Provider.Accepted.Select(ScriptedProvider.KeyOf));
        Assert.Contains("also looks like spam", app.Provider.Accepted[0].Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Lead Urgent(ContactKey? contact = null) => ALead.Captured(contact) with { IsUrgent = true };
}

using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Workers, claims and storage in each other's way.</summary>
public sealed class ClaimTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    [Fact]
    public async Task However_often_the_timer_fires_nothing_is_sent_twice()
    {
        await app.CaptureAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.DrainAsync()));
        await app.DrainAsync();

        Assert.Equal(2, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task An_unsubscribe_between_the_look_and_the_claim_wins()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        app.Clock.Advance(2 * Day);
        var work = Assert.Single(app.Leads.Due);
        var contact = await app.Leads.FindContactAsync(lead.Contact, default);
        var send = Assert.IsType<Decision.Send>(app.Get<VisitorRules>().Decide(work, lead, contact!, app.Clock.GetUtcNow()));

        await app.Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, app.Clock.GetUtcNow())], default);

        Assert.False(await app.Get<MailPosting>().TryPostAsync(work, send, default));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task What_one_worker_did_not_post_says_nothing_of_what_another_posted()
    {
        await using var other = new TestApp(leads: app.Leads, clock: app.Clock);
        await app.CaptureAsync(ALead.Captured() with { Consent = Consent.None });
        var work = app.Leads.Due.Single(due => due.Key.Track == Track.Visitor);
        app.Leads.RefusesNextMove = true;
        await app.Get<DueWorkHandler>().HandleAsync(work, default);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        other.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        await other.Get<DueWorkHandler>().HandleAsync(work, default);

        await app.DrainForAsync(TimeSpan.FromHours(25), every: TimeSpan.FromMinutes(5));

        Assert.Single(other.Provider.Posted);
        Assert.Empty(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Of_two_workers_on_the_same_work_one_posts()
    {
        await using var other = new TestApp(leads: app.Leads, clock: app.Clock);
        for (var leads = 0; leads < 20; leads++)
        {
            await app.CaptureAsync();
        }

        await Task.WhenAll(app.DrainAsync(), other.DrainAsync(), Task.Run(app.DrainAsync), Task.Run(other.DrainAsync));

        var posted = app.Provider.Posted.Concat(other.Provider.Posted).Select(ScriptedProvider.KeyOf).ToList();
        Assert.Equal(40, posted.Count);
        Assert.Equal(posted.Distinct().Count(), posted.Count);
    }

    [Fact]
    public async Task A_mail_that_was_accepted_while_storage_was_away_is_not_sent_again()
    {
        var lead = await app.CaptureAsync();
        app.Provider.Meanwhile = message =>
        {
            app.Leads.IsAway = ScriptedProvider.KeyOf(message).Track == Track.Visitor;
            return Task.CompletedTask;
        };
        await app.DrainAsync();
        app.Leads.IsAway = false;
        app.Provider.Meanwhile = _ => Task.CompletedTask;

        await app.DrainForAsync(TimeSpan.FromHours(30), every: TimeSpan.FromMinutes(5));

        Assert.Equal(SendResult.Accepted, app.Leads.Sends[new(lead.Id, Track.Visitor, 0)].Result);
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor), key => key.Step == 0);
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_taken_up_again_without_a_day_of_waiting()
    {
        await app.CaptureAsync(ALead.Captured() with { Consent = Consent.None });
        var due = app.Leads.Due.Single(work => work.Key.Track == Track.Visitor);
        app.Leads.LosesNextAnswer = true;
        await app.Get<DueWorkHandler>().HandleAsync(due, default);

        await app.DrainForAsync(5 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task A_worker_that_took_too_long_between_claim_and_post_gives_the_work_back_unsent()
    {
        var lead = await app.CaptureAsync();
        var work = app.Leads.Due.Single(work => work.Key.Track == Track.Alert);
        app.Leads.AfterMove = () => app.Clock.Advance(SendProtocol.ClaimToPost + TimeSpan.FromSeconds(1));

        Assert.True(await app.Get<MailPosting>().TryPostAsync(work, new(work, lead, null, []) { Member = app.Get<StaffDirectory>().AlertedMembers[0] }, default));

        Assert.Empty(app.Provider.Posted);
        var back = app.Leads.Due.Single(work => work.Key.Track == Track.Alert);
        Assert.Equal((DueState.Due, 0), (back.State, back.Attempts));
    }

    [Fact]
    public async Task A_lead_whose_mail_cannot_be_made_does_not_stop_the_others_and_is_shown_to_staff()
    {
        var orphan = await app.CaptureAsync();
        app.Leads.Forget(orphan.Contact);
        var lead = await app.CaptureAsync();

        await app.DrainForAsync(30 * Minute);

        Assert.Contains(new SendKey(orphan.Id, Track.Visitor, 0), app.Leads.DeadLetters.Keys);
        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 0), app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Storage_that_is_away_for_a_while_costs_nobody_their_mail()
    {
        await app.CaptureAsync();
        app.Leads.IsAway = true;
        await app.DrainForAsync(5 * Minute);

        app.Leads.IsAway = false;
        await app.DrainForAsync(5 * Minute);

        Assert.Equal(2, app.Provider.Accepted.Count);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

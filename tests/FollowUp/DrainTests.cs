using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

public sealed class DrainTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    [Fact]
    public async Task Staff_are_told_of_a_lead_and_the_visitor_gets_a_confirmation()
    {
        var lead = await app.CaptureAsync();

        await app.DrainAsync();

        Assert.Equal([new SendKey(lead.Id, Track.Alert, 0), new SendKey(lead.Id, Track.Visitor, 0)], app.Provider.Accepted.Select(ScriptedProvider.KeyOf));
        Assert.Equal(["frontdesk@example.com"], app.Provider.Accepted[0].To);
        Assert.Equal(["robin@example.com"], app.Provider.Accepted[1].To);
    }

    [Fact]
    public async Task However_often_the_timer_fires_nothing_is_sent_twice()
    {
        await app.CaptureAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.DrainAsync()));
        await app.DrainAsync();

        Assert.Equal(2, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task Calls_are_told_of_before_appointments()
    {
        await using var oneByOne = new TestApp(mailsAtOnce: 1);
        foreach (var kind in new[] { LeadKind.Appointment, LeadKind.Appointment, LeadKind.Call })
        {
            await oneByOne.CaptureAsync(ALead.Captured(kind: kind));
        }

        await oneByOne.DrainAsync();

        var first = ScriptedProvider.KeyOf(oneByOne.Provider.Posted[0]);
        Assert.Equal(LeadKind.Call, oneByOne.Leads.Leads.Single(lead => lead.Id == first.Lead).Kind);
    }

    [Fact]
    public async Task Who_agreed_to_articles_gets_every_step_of_the_sequence_once_and_no_article_twice()
    {
        var lead = await app.CaptureAsync();

        await app.DrainForAsync(30 * Day, every: Day);

        var steps = app.Get<SequenceLibrary>().For(lead.Kind).Steps;
        Assert.Equal(Enumerable.Range(0, steps.Count + 1), app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        var articles = app.Leads.Sends.Values.SelectMany(send => send.Articles).ToList();
        Assert.Equal(steps.Sum(step => step.Articles), articles.Distinct().Count());
        Assert.Equal("depression-and-chronic-pain", app.Leads.Sends[new(lead.Id, Track.Visitor, 1)].Articles[0]);
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task Who_did_not_agree_to_articles_gets_the_confirmation_alone()
    {
        await app.CaptureAsync(ALead.Captured() with { Consent = Consent.None });

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.Equal([0], app.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task The_article_that_a_visitor_came_from_is_not_sent_to_them()
    {
        await app.CaptureAsync(ALead.Captured() with { Source = new() { Article = "depression-and-chronic-pain" } });

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.DoesNotContain("depression-and-chronic-pain", app.Leads.Sends.Values.SelectMany(send => send.Articles));
    }

    [Fact]
    public async Task A_person_gets_one_confirmation_in_24_hours_however_often_they_ask()
    {
        var contact = ALead.AContact();
        for (var times = 0; times < 5; times++)
        {
            await app.CaptureAsync(ALead.Captured(contact, app.Clock.GetUtcNow()));
            await app.DrainForAsync(TimeSpan.FromHours(2), every: TimeSpan.FromHours(1));
        }

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor), key => key.Step == 0);
        Assert.Equal(5, app.Provider.AcceptedTo(Track.Alert).Count);
        Assert.Equal(4, app.Leads.Sends.Values.Count(send => send.Result == SendResult.Capped));
    }

    [Fact]
    public async Task A_newer_request_of_the_same_person_takes_over_the_articles()
    {
        var contact = ALead.AContact();
        var older = await app.CaptureAsync(ALead.Captured(contact));
        await app.DrainForAsync(2 * Day, every: Day);
        var newer = await app.CaptureAsync(ALead.Captured(contact, app.Clock.GetUtcNow()));

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.Equal(SendResult.Superseded, app.Leads.Sends[new(older.Id, Track.Visitor, 2)].Result);
        Assert.Contains(new SendKey(newer.Id, Track.Visitor, 3), app.Provider.AcceptedTo(Track.Visitor));
        var articles = app.Leads.Sends.Values.SelectMany(send => send.Articles).ToList();
        Assert.Equal(articles.Distinct(), articles);
    }

    [Fact]
    public async Task Articles_leave_a_person_a_day_of_rest_whatever_they_asked_for_meanwhile()
    {
        var contact = ALead.AContact();
        await app.CaptureAsync(ALead.Captured(contact));
        await app.DrainAsync();
        app.Clock.Advance(TimeSpan.FromHours(32));
        await app.DrainAsync();
        var newer = await app.CaptureAsync(ALead.Captured(contact, app.Clock.GetUtcNow()));

        await app.DrainForAsync(TimeSpan.FromHours(23), every: TimeSpan.FromHours(1));
        Assert.DoesNotContain(new SendKey(newer.Id, Track.Visitor, 1), app.Provider.AcceptedTo(Track.Visitor));

        await app.DrainForAsync(TimeSpan.FromHours(2), every: TimeSpan.FromHours(1));
        Assert.Contains(new SendKey(newer.Id, Track.Visitor, 1), app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Nothing_is_mailed_after_an_unsubscribe()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        var token = app.Get<LeadLinks>().Unsubscribe(lead.Contact).Split('/')[^1];

        Assert.Equal(UnsubscribeResult.Done, await app.Get<UnsubscribeHandler>().HandleAsync(token));
        await app.DrainForAsync(60 * Day, every: Day);

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(SendResult.Suppressed, app.Leads.Sends[new(lead.Id, Track.Visitor, 1)].Result);
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

        await app.Leads.SuppressAsync(lead.Contact, app.Clock.GetUtcNow(), default);

        Assert.False(await app.Get<MailPosting>().TryPostAsync(work, send, default));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task A_lead_in_quarantine_causes_no_mail()
    {
        await app.CaptureAsync(ALead.Captured() with { Quarantined = true });

        await app.DrainForAsync(3 * Day, every: Day);

        Assert.Empty(app.Provider.Posted);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(0)]
    public async Task What_the_provider_refused_for_now_is_sent_once_it_takes_mail_again(int status)
    {
        app.Provider.Answer = _ => new SendOutcome.Refused(status == 429 ? TimeSpan.FromSeconds(90) : null);
        await app.CaptureAsync();
        await app.DrainForAsync(10 * Minute);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task An_alert_that_was_not_answered_is_sent_again_within_minutes()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("500");
        await app.CaptureAsync(ALead.Captured() with { Email = null });
        await app.DrainForAsync(10 * Minute);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(5 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
    }

    [Fact]
    public async Task A_confirmation_that_was_not_answered_is_sent_again_only_after_a_long_silence_and_then_once()
    {
        app.Provider.Answer = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor ? new SendOutcome.Unknown("timeout") : new SendOutcome.Accepted(null);
        var lead = await app.CaptureAsync();

        await app.DrainForAsync(TimeSpan.FromHours(25), every: TimeSpan.FromMinutes(5));
        Assert.Single(app.Provider.Posted, message => ScriptedProvider.KeyOf(message).Track == Track.Visitor);

        await app.DrainForAsync(TimeSpan.FromDays(5), every: TimeSpan.FromMinutes(5));
        Assert.Equal(2, app.Provider.Posted.Count(message => ScriptedProvider.KeyOf(message).Track == Track.Visitor));
        Assert.Equal(SendResult.DeadLetter, app.Leads.Sends[new(lead.Id, Track.Visitor, 0)].Result);
        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 0), app.Leads.DeadLetters.Keys);
    }

    [Fact]
    public async Task What_the_provider_refused_for_good_becomes_a_dead_letter_and_staff_are_told_all_the_same()
    {
        app.Provider.Answer = _ => new SendOutcome.RefusedForGood("400");
        var lead = await app.CaptureAsync();
        await app.DrainForAsync(10 * Minute);

        Assert.Equal([new SendKey(lead.Id, Track.Visitor, 0)], app.Leads.DeadLetters.Keys);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(10 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task A_newer_request_without_consent_does_not_end_the_articles_that_were_agreed_to()
    {
        var contact = ALead.AContact();
        var agreed = await app.CaptureAsync(ALead.Captured(contact));
        await app.DrainForAsync(2 * Day, every: Day);
        await app.CaptureAsync(ALead.Captured(contact, app.Clock.GetUtcNow(), LeadKind.Call) with { Consent = Consent.None });

        await app.DrainForAsync(30 * Day, every: Day);

        Assert.Contains(new SendKey(agreed.Id, Track.Visitor, 3), app.Provider.AcceptedTo(Track.Visitor));
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
    public async Task A_provider_that_answers_every_other_post_is_given_a_rest_as_well()
    {
        var posts = 0;
        app.Provider.Answer = _ => Interlocked.Increment(ref posts) % 2 == 0 ? new SendOutcome.Unknown("timeout") : new SendOutcome.Accepted(null);
        for (var leads = 0; leads < 60; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainAsync();

        Assert.InRange(app.Provider.Posted.Count, 10, 10 + 4);
    }

    [Fact]
    public async Task An_alert_whose_answers_are_lost_is_repeated_ever_more_slowly()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        await app.CaptureAsync(ALead.Captured() with { Email = null });

        await app.DrainForAsync(TimeSpan.FromHours(1));

        Assert.InRange(app.Provider.Posted.Count, 7, 10);
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

        Assert.True(await app.Get<MailPosting>().TryPostAsync(work, new(work, lead, null, []), default));

        Assert.Empty(app.Provider.Posted);
        var back = app.Leads.Due.Single(work => work.Key.Track == Track.Alert);
        Assert.Equal((DueState.Due, 0), (back.State, back.Attempts));
    }

    [Fact]
    public async Task An_outage_of_the_provider_pauses_claiming_after_a_few_unanswered_posts()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("500");
        for (var leads = 0; leads < 40; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainForAsync(10 * Minute);

        Assert.InRange(app.Provider.Posted.Count, 5, 5 + 4 + 11);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);
        Assert.Equal(40, app.Provider.AcceptedTo(Track.Alert).Distinct().Count());
    }

    [Fact]
    public async Task A_key_that_the_provider_does_not_take_stops_sending_and_loses_nothing()
    {
        app.Provider.Answer = _ => new SendOutcome.Misconfigured("401");
        for (var leads = 0; leads < 20; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainForAsync(10 * Minute);
        Assert.InRange(app.Provider.Posted.Count, 1, 4 + 11);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);
        Assert.Equal(20, app.Provider.AcceptedTo(Track.Visitor).Distinct().Count());
        Assert.Empty(app.Leads.DeadLetters);
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

using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Who gets which mail, and when.</summary>
public sealed class DrainTests : IAsyncDisposable
{
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
        app.Clock.Advance(TimeSpan.FromHours(30));
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
        var token = app.Get<LeadLinks>().Unsubscribe(lead.Contact, lead.Language).Split('/')[^1];

        Assert.Equal(UnsubscribeResult.Done, await app.Get<UnsubscribeHandler>().HandleAsync(token, ConsentSource.Unsubscribe));
        await app.DrainForAsync(60 * Day, every: Day);

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(SendResult.Suppressed, app.Leads.Sends[new(lead.Id, Track.Visitor, 1)].Result);
    }

    [Fact]
    public async Task A_lead_in_quarantine_causes_no_mail()
    {
        await app.CaptureAsync(ALead.Captured() with { Quarantined = true });

        await app.DrainForAsync(3 * Day, every: Day);

        Assert.Empty(app.Provider.Posted);
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

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

using System.Net;
using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Privacy;

/// <summary>What people choose, and that it is kept to.</summary>
public sealed class PreferencesTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    [Fact]
    public async Task Revoked_articles_end_the_sequence_with_a_record_and_a_later_request_agrees_anew()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        await SaveAsync(lead, agreed: []);

        await app.DrainForAsync(10 * Day, every: TimeSpan.FromHours(6));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(SendResult.Revoked, app.Leads.Sends[new(lead.Id, Track.Visitor, 1)].Result);

        var later = await app.CaptureAsync(ALead.Captured(lead.Contact, app.Clock.GetUtcNow()));
        await app.DrainForAsync(10 * Day, every: TimeSpan.FromHours(6));
        Assert.Contains(app.Provider.AcceptedTo(Track.Visitor), sent => sent.Lead == later.Id && sent.Step == 1);
    }

    [Fact]
    public async Task A_paused_step_comes_at_the_end_of_the_pause()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        await SaveAsync(lead, [ConsentChannel.Articles], isPaused: true);
        var until = app.Clock.GetUtcNow() + WishRules.Pause;

        await app.DrainForAsync(20 * Day, every: TimeSpan.FromHours(6));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(until, Assert.Single(app.Leads.Due).DueAt);

        await app.DrainForAsync(11 * Day, every: TimeSpan.FromHours(6));
        Assert.True(app.Provider.AcceptedTo(Track.Visitor).Count > 1);
    }

    [Fact]
    public async Task A_persons_word_between_the_look_and_the_claim_wins()
    {
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        var work = Assert.Single(app.Leads.Due);
        app.Clock.Advance(work.DueAt - app.Clock.GetUtcNow());
        var contact = await app.Leads.FindContactAsync(lead.Contact, default);
        var send = Assert.IsType<Decision.Send>(app.Get<VisitorRules>().Decide(work, lead, contact!, app.Clock.GetUtcNow()));

        await SaveAsync(lead, agreed: []);

        Assert.False(await app.Get<MailPosting>().TryPostAsync(work, send, default));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Nothing_is_claimed_for_somebody_who_is_being_erased()
    {
        var lead = await app.CaptureAsync(ALead.Captured() with { Consent = Consent.None });
        await app.Leads.BeginAsync(lead.Contact, app.Clock.GetUtcNow(), default);

        await app.DrainAsync();

        Assert.Empty(app.Provider.AcceptedTo(Track.Visitor));
        await app.Get<Eraser>().EraseAsync(lead.Contact);
        Assert.True(app.Leads.IsForgotten(lead.Contact));
    }

    [Fact]
    public async Task An_erasure_while_a_mail_is_under_way_leaves_no_row_behind()
    {
        var lead = await app.CaptureAsync(ALead.Captured());
        app.Provider.Meanwhile = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor ? app.Get<Eraser>().EraseAsync(lead.Contact) : Task.CompletedTask;

        await app.DrainAsync();
        app.Provider.Meanwhile = _ => Task.CompletedTask;
        await app.DrainForAsync(5 * Day, every: TimeSpan.FromHours(6));

        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.True(app.Leads.IsForgotten(lead.Contact));
        Assert.Empty(app.Leads.Sends);
    }

    [Fact]
    public async Task The_next_mail_speaks_the_language_that_was_chosen()
    {
        var lead = await app.CaptureAsync();
        await SaveAsync(lead, [ConsentChannel.Articles], language: Language.Spanish);

        await app.DrainAsync();

        Assert.Contains("lang=\"es\"", app.Provider.Accepted.Single(mail => ScriptedProvider.KeyOf(mail).Track == Track.Visitor).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_change_leaves_one_receipt_and_saving_the_same_leaves_none()
    {
        var lead = await app.CaptureAsync();

        await SaveAsync(lead, [ConsentChannel.Calls]);
        await SaveAsync(lead, [ConsentChannel.Calls]);

        Assert.Equal(
            [(ConsentChannel.Articles, false, null), (ConsentChannel.Calls, true, "2026-11-01")],
            app.Leads.Receipts.Select(receipt => (receipt.Channel, receipt.IsAgreed, receipt.Wording)));
    }

    [Fact]
    public async Task Mail_comes_again_only_after_a_press_of_the_button()
    {
        await using var host = await HostedApp.StartAsync();
        var lead = ALead.Captured();
        await host.Leads.CaptureAsync(ALead.New(lead), default);
        var stop = new Uri(new Uri(host.Get<LeadLinks>().Unsubscribe(lead.Contact, Language.English)).AbsolutePath, UriKind.Relative);
        var preferences = new Uri(stop.ToString().Replace("/unsubscribe/", "/preferences/", StringComparison.Ordinal), UriKind.Relative);
        await host.Client.PostAsync(stop, new FormUrlEncodedContent([]));

        for (var opened = 0; opened < 3; opened++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(preferences)).StatusCode);
        }

        await host.Client.PostAsync(preferences, new FormUrlEncodedContent([]));
        Assert.True((await host.Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);
        await host.Client.PostAsync(preferences, new FormUrlEncodedContent([KeyValuePair.Create("action", "resubscribe")]));
        Assert.False((await host.Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);
        Assert.Equal(
            [(false, ConsentSource.Unsubscribe), (true, ConsentSource.Preferences)],
            host.Leads.Receipts.Select(receipt => (receipt.IsAgreed, receipt.Source)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<PreferencesResult> SaveAsync(Lead lead, IReadOnlyCollection<ConsentChannel> agreed, bool isPaused = false, Language? language = null)
    {
        var link = app.Get<LeadLinks>().Unsubscribe(lead.Contact, Language.English);
        return app.Get<PreferencesHandler>().SaveAsync(link[(link.LastIndexOf('/') + 1)..], new(agreed.ToHashSet(), isPaused, language));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Privacy;

/// <summary>What people ask for, see, take back and erase.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(("Privacy:AsksPerHour", "50"));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("robin@example.com")]
    [InlineData("nobody@example.com")]
    public async Task Asking_for_the_link_tells_nothing(string address)
    {
        await CapturedAsync();

        var answer = await app.Client.PostAsJsonAsync(new Uri("/api/privacy", UriKind.Relative), new { email = address });

        Assert.Equal((HttpStatusCode.Accepted, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Empty(app.Provider.Posted);
        Assert.Single(app.Leads.Requests);
    }

    [Fact]
    public async Task A_known_person_gets_the_link_once_a_day_and_a_stranger_none()
    {
        await CapturedAsync();
        await AskAsync("Robin@example.com");
        await AskAsync("nobody@example.com");

        await WorkAsync();
        await AskAsync("robin@example.com");
        await WorkAsync();
        var mail = Assert.Single(app.Provider.Posted);
        Assert.Equal(["robin@example.com"], mail.To);
        Assert.Contains("/privacy/", mail.Text, StringComparison.Ordinal);
        Assert.Single(app.Leads.Requests);

        await app.AdvanceAsync(PrivacyWorkHandler.Rest);
        await AskAsync("robin@example.com");
        await WorkAsync();
        Assert.Equal(2, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task The_link_goes_to_who_said_stop_and_not_where_mail_bounced()
    {
        var lead = await CapturedAsync();
        await app.Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, ALead.Noon)], default);
        await AskAsync("robin@example.com");
        await WorkAsync();
        Assert.Single(app.Provider.Posted);

        await app.AdvanceAsync(PrivacyWorkHandler.Rest);
        await app.Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Bounced, ALead.Noon)], default);
        await AskAsync("robin@example.com");
        await WorkAsync();
        Assert.Single(app.Provider.Posted);
        Assert.Empty(app.Leads.Requests);
    }

    [Fact]
    public async Task A_refused_link_is_sent_later_and_one_of_unknown_fate_once_more()
    {
        await CapturedAsync();
        await AskAsync("robin@example.com");
        app.Provider.Answer = _ => new SendOutcome.Refused(null);
        await WorkAsync();
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        await app.AdvanceAsync(TimeSpan.FromMinutes(6));
        await WorkAsync();
        await WorkAsync();
        Assert.Equal(2, app.Provider.Posted.Count);

        for (var hours = 0; hours < 4; hours++)
        {
            await app.AdvanceAsync(TimeSpan.FromHours(1));
            await WorkAsync();
        }

        Assert.Equal(3, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task Too_many_questions_of_one_sender_are_turned_away()
    {
        for (var asked = 0; asked < 50; asked++)
        {
            await AskAsync("nobody@example.com");
        }

        var answer = await app.Client.PostAsJsonAsync(new Uri("/api/privacy", UriKind.Relative), new { email = "robin@example.com" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_page_shows_what_is_held_and_opening_it_changes_nothing()
    {
        var lead = await CapturedAsync();
        var before = await app.Leads.FindContactAsync(lead.Contact, default);

        var answer = await app.Client.GetAsync(LinkOf(lead));

        var page = PageBench.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Robin Example", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chronic pain", page.Body.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(before, await app.Leads.FindContactAsync(lead.Contact, default));
    }

    [Fact]
    public async Task The_export_is_json_with_everything_in_it()
    {
        var lead = await CapturedAsync();

        var answer = await app.Client.GetAsync(new Uri(LinkOf(lead).ToString().Replace("?", "/export?", StringComparison.Ordinal), UriKind.Relative));

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("robin@example.com", json.RootElement.GetProperty("requests")[0].GetProperty("email").GetString());
        Assert.Equal("2026-11-01", json.RootElement.GetProperty("consents")[0].GetProperty("wordingVersion").GetString());
    }

    [Fact]
    public async Task A_consent_is_taken_back_on_the_page()
    {
        var lead = await CapturedAsync();

        await PostAsync(LinkOf(lead), ("action", "revoke"), ("channel", "Articles"));
        await PostAsync(LinkOf(lead), ("action", "revoke"), ("channel", "Articles"));

        Assert.True((await app.Leads.FindContactAsync(lead.Contact, default))!.HasRevokedArticles(lead));
        Assert.Equal((ConsentChannel.Articles, false, ConsentSource.PrivacyPage), Assert.Single(app.Leads.Receipts) is var receipt ? (receipt.Channel, receipt.IsAgreed, receipt.Source) : default);
    }

    [Fact]
    public async Task Erasing_asks_once_more_and_then_leaves_nothing()
    {
        var lead = await CapturedAsync();
        await app.Events.KeepAsync([AnEvent.Of(MailEventKind.Delivered, new(lead.Id, Track.Visitor, 0))], default);
        var link = LinkOf(lead);

        await PostAsync(link, ("action", "erase"));
        Assert.NotEmpty(app.Leads.Leads);

        await PostAsync(link, ("action", "erase-everything"));
        Assert.True(app.Leads.IsForgotten(lead.Contact));
        Assert.Empty(app.Events.All);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task An_erasure_that_storage_cut_short_is_finished_by_itself()
    {
        var lead = await CapturedAsync();
        var steps = 0;
        app.Leads.BeforeErasing = () => _ = ++steps == 3 ? throw new LeadStoreUnavailableException() : 0;

        var answer = await PostAsync(LinkOf(lead), ("action", "erase-everything"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(app.Leads.IsForgotten(lead.Contact));
        await WorkAsync();

        Assert.True(app.Leads.IsForgotten(lead.Contact));
    }

    [Fact]
    public async Task A_link_is_good_for_a_week_and_only_for_this()
    {
        var lead = await CapturedAsync();
        var link = LinkOf(lead);
        var unsubscribe = new Uri(app.Get<LeadLinks>().Unsubscribe(lead.Contact, Language.English)).AbsolutePath.Replace("/unsubscribe/", "/privacy/", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(new Uri(unsubscribe, UriKind.Relative))).StatusCode);
        await app.AdvanceAsync(LeadLinks.PrivacyLifetime + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync(link)).StatusCode);
    }

    private Task WorkAsync() => app.Get<PrivacyWorkHandler>().HandleAsync(default);

    private async Task<Lead> CapturedAsync()
    {
        var lead = ALead.Captured(app.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), phone: null), app.Clock.GetUtcNow());
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private async Task AskAsync(string address) =>
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(new Uri("/api/privacy", UriKind.Relative), ("email", address))).StatusCode);

    private Uri LinkOf(Lead lead) => new(new Uri(app.Get<LeadLinks>().Privacy(lead.Contact, Language.English)).PathAndQuery, UriKind.Relative);

    private Task<HttpResponseMessage> PostAsync(Uri address, params (string Name, string Value)[] fields) =>
        app.Client.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}

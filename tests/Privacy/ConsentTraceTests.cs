using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Events;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Staff;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Privacy;

/// <summary>Every consent can be traced: where it was given, on which page, and where it was taken back, over HTTP.</summary>
public sealed class ConsentTraceTests : IAsyncLifetime
{
    private const string Page = "https://mindbody.example.com/articles/sleep";

    private readonly Webhook provider = new();
    private HostedApp app = null!;

    public async Task InitializeAsync() =>
        app = await HostedApp.StartAsync([("SendGrid:WebhookPublicKeys:0", provider.PublicKey), .. StaffBrowser.Members]);

    public async Task DisposeAsync()
    {
        provider.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("form", "Form", $"with our form, coming from {Page}")]
    [InlineData("widget", "Widget", $"with the form on {Page}")]
    [InlineData("api", "Api", "with a request that a program sent")]
    [InlineData("forged", "Api", "with a request that a program sent")]
    [InlineData("own", "OwnSystems", "as one of our own systems recorded")]
    public async Task A_consent_says_where_it_was_given(string door, string source, string words)
    {
        await CaptureAsync(door);

        var consent = Assert.Single((await ExportAsync()).GetProperty("consents").EnumerateArray());
        Assert.True(consent.GetProperty("agreed").GetBoolean());
        Assert.Equal((source, Page, words), (consent.GetProperty("source").GetString(), consent.GetProperty("page").GetString(), consent.GetProperty("where").GetString()));
        Assert.Contains(words, await PrivacyPageAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preferences", "Preferences", "on your preferences page")]
    [InlineData("privacy page", "PrivacyPage", "on this page")]
    [InlineData("unsubscribe page", "Unsubscribe", "with the link that stops mails")]
    [InlineData("one click", "OneClick", "with the unsubscribe button of your mail program")]
    [InlineData("one click, multipart", "OneClick", "with the unsubscribe button of your mail program")]
    [InlineData("staff", "Staff", "as you told our staff")]
    [InlineData("list", "OwnSystems", "as one of our own systems recorded")]
    [InlineData("provider", "ProviderEvent", "as your mail provider told us")]
    public async Task A_revocation_says_where_it_was_made(string door, string source, string words)
    {
        await CaptureAsync("form");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await RevokeAsync(door);
        await RevokeAsync(door);

        var revoked = Assert.Single((await ExportAsync()).GetProperty("consents").EnumerateArray(), consent => !consent.GetProperty("agreed").GetBoolean());
        Assert.Equal((source, words), (revoked.GetProperty("source").GetString(), revoked.GetProperty("where").GetString()));
        Assert.Contains(words, await PrivacyPageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_of_somebody_unknown_leaves_no_more_than_that()
    {
        await RevokeAsync("list");

        Assert.Empty(app.Leads.Receipts);
        Assert.True((await app.Leads.FindContactAsync(Robin, default))!.IsSuppressed);
    }

    [Fact]
    public async Task What_staff_were_told_stands_in_the_history_and_no_more_mail_comes()
    {
        await CaptureAsync("form");

        await RevokeAsync("staff");

        Assert.Equal(TimelineKind.Noted, Assert.Single(app.Leads.TimelineOf(Lead.Id), entry => entry.Deed.Kind != TimelineKind.Viewed).Deed.Kind);
        Assert.True((await app.Leads.FindContactAsync(Robin, default))!.IsSuppressed);
        Assert.Null((await new StaffDesk(app).OpenAsync(StaffDesk.AddressOf(Lead))).Page.QuerySelector("input[value=stop-mail]"));
    }

    private ContactKey Robin => app.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), phone: null);

    private Lead Lead => Assert.Single(app.Leads.Leads);

    private async Task CaptureAsync(string door)
    {
        const string fields = $$"""
            "name": "Robin Example", "email": "robin@example.com", "consent": { "articles": true }, "source": { "page": "{{Page}}" }
            """;
        using var answer = door switch
        {
            "form" => await AsBrowserAsync(new("/api/appointments", UriKind.Relative), ("name", "Robin Example"), ("email", "robin@example.com"), ("consent.articles", "on"), ("source.page", Page)),
            "widget" => await JsonAsync("/api/appointments", $$"""{ {{fields}}, "formToken": "{{await WidgetTokenAsync()}}" }"""),
            "forged" => await JsonAsync("/api/appointments", $$"""{ {{fields}}, "formToken": "forged" }"""),
            "own" => await JsonAsync("/api/leads", $$"""{ "kind": "appointment", {{fields}} }""", "local"),
            _ => await JsonAsync("/api/appointments", $$"""{ {{fields}} }"""),
        };
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.SeeOther, answer.StatusCode.ToString());
    }

    private async Task RevokeAsync(string door)
    {
        var stop = new Uri(new Uri(app.Get<LeadLinks>().Unsubscribe(Robin, Language.English)).AbsolutePath, UriKind.Relative);
        switch (door)
        {
            case "preferences":
                await PostAsync(new(stop.ToString().Replace("/unsubscribe/", "/preferences/", StringComparison.Ordinal), UriKind.Relative), ("action", "save"));
                break;
            case "privacy page":
                await PostAsync(PrivacyLink, ("action", "revoke"), ("channel", "Articles"));
                break;
            case "unsubscribe page":
                await PostAsync(stop);
                break;
            case "one click":
                await PostAsync(stop, ("List-Unsubscribe", "One-Click"));
                break;
            case "one click, multipart":
                using (var parts = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } })
                {
                    Assert.True((await app.Client.PostAsync(stop, parts)).IsSuccessStatusCode);
                }

                break;
            case "staff":
                var desk = new StaffDesk(app);
                var (_, page) = await desk.OpenAsync(StaffDesk.AddressOf(Lead));
                if (page.QuerySelector("input[value=stop-mail]") is not null)
                {
                    Assert.Equal(303, (await desk.PressAsync(page, "stop-mail")).Status);
                }

                break;
            case "list":
                using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/suppressions") { Content = new StringContent("email\r\nrobin@example.com\r\n", Encoding.UTF8, "text/csv") })
                {
                    request.Headers.Add("x-functions-key", "local");
                    Assert.True((await app.Client.SendAsync(request)).IsSuccessStatusCode);
                }

                break;
            default:
                Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, app.Clock.GetUtcNow(), Webhook.Event("unsubscribe", new(new(Lead.Id, Track.Visitor, 0), 1), app.Clock.GetUtcNow())));
                break;
        }
    }

    private Uri PrivacyLink => new(new Uri(app.Get<LeadLinks>().Privacy(Robin, Language.English)).PathAndQuery, UriKind.Relative);

    private async Task<string> PrivacyPageAsync() => PageBench.Parse(await app.Client.GetStringAsync(PrivacyLink)).QuerySelector("[aria-labelledby=consents]")!.TextContent;

    private async Task<JsonElement> ExportAsync()
    {
        using var json = JsonDocument.Parse(await app.Client.GetStringAsync(new Uri(PrivacyLink.ToString().Replace("?", "/export?", StringComparison.Ordinal), UriKind.Relative)));
        return json.RootElement.Clone();
    }

    private async Task<string> WidgetTokenAsync() =>
        ((IHtmlInputElement)PageBench.Parse(await app.Client.GetStringAsync(new Uri("/widget/appointment", UriKind.Relative))).QuerySelector("input[name=formToken]")!).Value;

    private async Task PostAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var answer = await app.Client.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }

    private async Task<HttpResponseMessage> AsBrowserAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        return await app.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> JsonAsync(string address, string json, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return await app.Client.SendAsync(request);
    }
}

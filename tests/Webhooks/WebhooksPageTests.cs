using System.Net;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using LeadFunctions.Access;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;
using LeadFunctions.Webhooks;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>The page for admins over HTTP: what it shows, what its forms do, and who did it.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class WebhooksPageTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Address = "/staff/webhooks";

    private Receiver receiver = null!;
    private HostedApp app = null!;
    private StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        receiver = await Receiver.StartAsync();
        app = await HostedApp.StartAsync(
        [
            .. StaffBrowser.Members,
            ("Leads:Storage", azurite.ConnectionString),
            ("Leads:Table", "leads" + Guid.CreateVersion7().ToString("n")),
            ("Leads:PublicBaseUrl", "http://127.0.0.1:7071"),
            ("Webhooks:Endpoints:0:Name", "scheduling"),
            ("Webhooks:Endpoints:0:Url", receiver.Url),
            ("Webhooks:Endpoints:0:Secrets:0", WebhookStage.Secret),
        ]);
        await app.Get<TableClient>().CreateAsync();
        browser = new StaffBrowser(app).SignIn("manager@example.com;admin");
    }

    public async Task DisposeAsync()
    {
        await app.Get<TableClient>().DeleteAsync();
        await app.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task What_an_endpoint_does_not_take_is_shown_with_its_next_try_and_nothing_secret_beside_it()
    {
        receiver.AnswerWith(503);
        var lead = await CaptureAsync();
        await TickAsync();

        var (status, page) = await OpenAsync(Address);

        Assert.Equal(200, status);
        var text = page.Body!.TextContent;
        Assert.Contains("Does not take what it is told", text, StringComparison.Ordinal);
        Assert.Contains("Not taken yet (1)", text, StringComparison.Ordinal);
        Assert.Matches(@"Tries: 1\. Answer 503\. Next try today at", text);
        Assert.Contains(lead.Id.ToReference("PAMB"), text, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", text, StringComparison.Ordinal);
        Assert.All(
            ["canary-of-the-address", "whsec_", "Robin", "depression"],
            secret => Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_message_is_sent_again_under_its_id_and_the_page_says_who_wanted_it()
    {
        await CaptureAsync();
        await TickAsync();
        var (_, before) = await OpenAsync(Address);

        var (status, page) = await PressAsync(before, "form:has(input[name=message])");
        await TickAsync();

        Assert.Equal(303, status);
        Assert.Contains("It is sent again within a minute.", page.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, receiver.All.Count);
        Assert.Equal(receiver.All[0].Id, receiver.All[1].Id);
        Assert.Matches($"Sent again to scheduling: {receiver.All[0].Id}.*manager@example.com", page.QuerySelector("#deeds")!.ParentElement!.TextContent.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Everything_since_a_time_of_the_clinic_is_sent_again()
    {
        await CaptureAsync();
        await CaptureAsync();
        await TickAsync();
        var (_, before) = await OpenAsync(Address);

        var (_, nothing) = await PressAsync(before, "form:has(select)", ("deed", "replay"));
        var (_, all) = await PressAsync(before, "form:has(select)", ("deed", "replay"), ("which", "everything"));
        await TickAsync();

        Assert.Contains("within a minute: 0.", nothing.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("within a minute: 2.", all.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, receiver.All.Count);
        Assert.Equal(2, receiver.All.DistinctBy(post => post.Id).Count());
    }

    [Theory]
    [InlineData("deed=replay&since=yesterday", "Please say since when")]
    [InlineData("deed=replay&since=0001-01-01T00:00", "Please say since when")]
    [InlineData("deed=replay", "Please say since when")]
    [InlineData("deed=erase", "could not be read")]
    [InlineData("message=x", "could not be read")]
    [InlineData("", "could not be read")]
    public async Task A_form_that_says_nothing_that_can_be_done_does_nothing_and_says_so(string form, string problem)
    {
        var fields = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]))
            .Append(("endpoint", EndpointId.Of("scheduling").Hex));

        var (status, page) = await PostAsync([.. fields]);

        Assert.Equal(400, status);
        Assert.Contains(problem, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#deeds"));
    }

    [Fact]
    public async Task A_message_that_is_not_there_is_not_sent()
    {
        var key = new WebhookKey(new(17), ALead.Noon, WebhookEvent.LeadCaptured, EndpointId.Of("scheduling"));

        var (status, page) = await PostAsync(("message", key.ToString()));

        Assert.Equal(404, status);
        Assert.Contains("not there any more", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204, "Answer 204")]
    [InlineData(500, "Answer 500")]
    public async Task A_test_tells_of_nobody_is_signed_and_says_what_came_of_it(int answer, string said)
    {
        receiver.AnswerWith(answer);
        var (_, before) = await OpenAsync(Address);

        var (_, page) = await PressAsync(before, "form:has(select)", ("deed", "test"));

        var post = Assert.Single(receiver.All);
        Assert.Equal(("webhook.test", System.Text.Json.JsonValueKind.Null), (post.Type, post.Json.GetProperty("data").ValueKind));
        Assert.Equal(1, Verifier.Verify(post, WebhookStage.Secret, app.Clock.GetUtcNow()));
        Assert.Contains($"The test was sent. {said}.", page.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Sent a test to scheduling. {said}", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_said_it_is_gone_is_turned_on_again_by_hand()
    {
        receiver.AnswerWith(410);
        await CaptureAsync();
        await TickAsync();
        receiver.AnswerWith(204);
        var (_, off) = await OpenAsync(Address);

        var (_, on) = await PressAsync(off, "form:has(select)", ("deed", "enable"));

        Assert.Contains("Off: it said that it is gone", off.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(off.QuerySelector("button[value=enable]"));
        Assert.Null(on.QuerySelector("button[value=enable]"));
        Assert.Contains("Turned scheduling on again", on.Body!.TextContent, StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await TickAsync();
        Assert.Equal(2, receiver.All.Count);
    }

    [Fact]
    public async Task The_page_speaks_Spanish_too()
    {
        receiver.AnswerWith(500);
        await CaptureAsync();
        await TickAsync();

        var (_, page) = await OpenAsync(Address + "?lang=es");

        Assert.Equal("Sistemas conectados", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Todavía no aceptados: 1", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private Task TickAsync() => app.Get<WebhooksHandler>().HandleAsync(default);

    private async Task<Lead> CaptureAsync()
    {
        var lead = ALead.Captured(at: app.Clock.GetUtcNow());
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private async Task<(int Status, IHtmlDocument Page)> OpenAsync(string address)
    {
        using var response = await browser.GetAsync(address);
        return ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
    }

    private Task<(int Status, IHtmlDocument Page)> PressAsync(IHtmlDocument page, string which, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.QuerySelector($"main {which}")!;
        var fields = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value));
        return PostAsync([.. fields, .. typed]);
    }

    private async Task<(int Status, IHtmlDocument Page)> PostAsync(params (string Name, string Value)[] fields)
    {
        (string, string)[] all = fields.Any(field => field.Name == AntiForgeryTokens.Field) ? fields : [.. fields, (AntiForgeryTokens.Field, browser.Token)];
        using var response = await browser.SendAsync(HttpMethod.Post, Address, all, ("Accept", "text/html"), ("Sec-Fetch-Site", "same-origin"));
        return response.StatusCode == HttpStatusCode.SeeOther
            ? (303, (await OpenAsync(response.Headers.Location!.OriginalString)).Page)
            : ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
    }
}

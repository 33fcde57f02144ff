using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using LeadFunctions.Tests.Webhooks;
using LeadFunctions.Webhooks;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>An admin sees what a system does not take, and has it sent again, without JavaScript.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WebhooksFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private Receiver receiver = null!;
    private VisitedApp app = null!;

    public async Task InitializeAsync()
    {
        receiver = await Receiver.StartAsync();
        app = ChromiumPath.WhyMissing is not null ? null! : await browser.StartAppAsync(
            ("Webhooks:Endpoints:0:Name", "scheduling"),
            ("Webhooks:Endpoints:0:Url", receiver.Url),
            ("Webhooks:Endpoints:0:Secrets:0", WebhookStage.Secret));
    }

    public async Task DisposeAsync()
    {
        await (app?.DisposeAsync() ?? default);
        await receiver.DisposeAsync();
    }

    [BrowserFact]
    public async Task What_was_not_taken_is_seen_and_sent_again()
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = false });
        await SignInAsync(visit.Page);
        await FailAsync();

        await visit.Page.GotoAsync("/staff/webhooks");
        Assert.Equal("Connected systems", await visit.Page.InnerTextAsync("h1"));
        await visit.Page.ClickAsync("text=Send again: lead.captured >> nth=0");
        Assert.Contains("within a minute", await visit.Page.InnerTextAsync(".done"), StringComparison.Ordinal);
        await visit.Page.ClickAsync("button[value=test]");
        Assert.Contains("The test was sent", await visit.Page.InnerTextAsync(".done"), StringComparison.Ordinal);

        Assert.Equal(3, receiver.All.Count);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Nothing_stands_in_anybodys_way(string language)
    {
        await using var visit = await browser.VisitAsync(app.Address);
        await SignInAsync(visit.Page);
        await FailAsync();

        await visit.Page.GotoAsync($"/staff/webhooks?lang={language}");
        await visit.AssertAccessibleAsync("The page", Accessible.PhoneAndDesk);
    }

    private static async Task SignInAsync(IPage page)
    {
        await SignInLink.OpenAsync(page, "/staff/webhooks", "manager@example.com");
        await page.ClickAsync("main button");
    }

    private async Task FailAsync()
    {
        receiver.AnswerWith(500);
        for (var index = 0; index < 2; index++)
        {
            await app.Get<ILeadStore>().CaptureAsync(ALead.New(ALead.Captured(at: app.Get<TimeProvider>().GetUtcNow())), default);
        }

        await app.Get<WebhooksHandler>().HandleAsync(default);
    }
}

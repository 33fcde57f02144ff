using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>An admin finds the page for the engineer in the navigation, and nothing on it stands in anybody's way.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SystemFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is not null ? null! : await browser.StartAppAsync();

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserTheory]
    [InlineData("en", "System")]
    [InlineData("es", "Sistema")]
    public async Task It_is_found_and_read_by_anybody(string language, string title)
    {
        await using var visit = await browser.VisitAsync(app.Address);
        var now = app.Get<TimeProvider>().GetUtcNow();
        await app.Get<ILeadStore>().CaptureAsync(ALead.New(ALead.Captured(at: now.AddMinutes(-20))), default);
        await app.Get<IUpkeepLog>().RanAsync(new("Drain", now, TimeSpan.FromSeconds(3)) { Failure = "IOException" }, default);
        await app.Get<IUpkeepLog>().ScrubbedAsync(new() { BegunAt = now, Leads = 3, Left = 1, Reported = ["LeadLost a03 1f2e3d43"] }, default);
        await SignInAsync(visit.Page);

        await visit.Page.GotoAsync("/staff");
        await visit.Page.ClickAsync("nav >> text=\"System\"");
        Assert.Equal("System", await visit.Page.InnerTextAsync("h1"));
        await visit.Page.GotoAsync($"/staff/system?lang={language}");

        Assert.Equal(title, await visit.Page.InnerTextAsync("h1"));
        await visit.AssertAccessibleAsync("The page", Accessible.PhoneAndDesk);
    }

    private static async Task SignInAsync(IPage page)
    {
        await SignInLink.OpenAsync(page, "/staff/system", "manager@example.com");
        await page.ClickAsync("main button");
    }
}

using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>One of the staff acts from the alert on a phone, with the keyboard alone, each page looked at by axe-core (WCAG 2.2, levels A and AA).</summary>
[Collection(BrowserCollection.Name)]
public sealed class MailDeedFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(360, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Dark)];

    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserFact]
    public async Task Who_reads_the_alert_says_with_one_press_that_they_have_called()
    {
        await using var visit = await browser.VisitAsync(app.Address);
        visit.Expect("the server responded with a status of 4");
        var page = visit.Page;
        var lead = ALead.Captured(ALead.AContact(), app.Get<TimeProvider>().GetUtcNow()) with { Email = null };
        await app.Get<ILeadStore>().CaptureAsync(ALead.New(lead), default);
        await app.DrainAsync();

        var link = await LinkAsync(page, "I called and reached them: ");
        await page.GotoAsync(link);
        Assert.Equal("Have you spoken with them?", await page.InnerTextAsync("h1"));
        Assert.Contains(lead.Id.ToReference("PAMB"), await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(visit);

        await page.FocusAsync("main button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("main:not(:has(form))").WaitForAsync();
        Assert.Equal("Noted: you have spoken with them", await page.InnerTextAsync("h1"));
        await LookAsync(visit);
        Assert.Equal(LeadStatus.Contacted, Assert.Single(await app.LeadsAsync()).Status);

        await page.GotoAsync(link);
        Assert.Equal("Noted: you have spoken with them", await page.InnerTextAsync("h1"));
        await page.GotoAsync(app.Get<DeedLinks>().For(lead.Id, MailDeed.Spam, StaffBrowser.Member("left@example.com;staff;es")).Replace("https://requests.example.com", app.Origin, StringComparison.Ordinal));
        Assert.Equal("Este enlace no funciona", await page.InnerTextAsync("h1"));
        await LookAsync(visit);
    }

    private static Task LookAsync(BrowserVisit visit) => visit.AssertAccessibleAsync(visit.Page.Url, Looks);

    private static async Task<string> LinkAsync(IPage page, string label)
    {
        var answer = await page.APIRequest.GetAsync("/local/mail.json");
        using var mails = JsonDocument.Parse(await answer.TextAsync());
        var text = mails.RootElement[0].GetProperty("text").GetString()!;
        return text.Split('\n').First(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..].Trim();
    }
}

using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Somebody of the staff works one lead from the queue to the booking with the keyboard alone, and the list keeps itself fresh.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StaffFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserFact]
    public async Task A_lead_is_found_read_called_and_booked_with_the_keyboard()
    {
        await using var visit = await browser.VisitAsync(app.Address);
        visit.Expect("the server responded with a status of 404");
        var page = visit.Page;
        await CaptureAsync("Urs Urgent", lead => lead with { IsUrgent = true, Message = "I do not know how to go on." });
        await CaptureAsync("Cal Call", lead => lead with { Kind = LeadKind.Call, CapturedAt = lead.CapturedAt.AddDays(-1), PreferredTimes = [new("monday", PartOfDay.Morning)] });
        await CaptureAsync("Ann Appointment");
        await CaptureAsync("Sam Spam", lead => lead with { Quarantined = true, Suspicion = new(9, ["pitch", "link"], IsSpam: true) });

        await SignInLink.OpenAsync(page, "/staff", "manager@example.com");
        await page.PressAsync("main button", "Enter");
        Assert.Equal("Who waits", await page.InnerTextAsync("h1"));
        await LookAsync(visit, "queue");

        await page.Keyboard.PressAsync("?");
        Assert.True(await page.IsVisibleAsync("#keys"));
        await LookAsync(visit, "keys");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await FocusedAsync(page, "id"));
        await page.Keyboard.TypeAsync("jk");
        Assert.Equal("jk", await page.InputValueAsync("#q"));
        await page.FillAsync("#q", "cal c");
        await page.Keyboard.PressAsync("Enter");
        await page.IsReadyAtAsync("q=cal");
        await page.GoBackAsync();
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("Cal Call", await FocusedAsync(page, "textContent"));

        await page.Keyboard.PressAsync("Enter");
        await page.IsReadyAtAsync("/staff/leads/");
        Assert.Equal("Cal Call", await page.InnerTextAsync("h1"));
        await LookAsync(visit, "lead");
        await page.FocusAsync("button[value=reached]");
        await page.Keyboard.PressAsync("Enter");
        await page.IsReadyAtAsync("saved=true");
        await page.FocusAsync("form:has([value=book]) button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("form:has([value=reopen])").WaitForAsync();
        await LookAsync(visit, "booked");

        Assert.Equal(LeadStatus.Booked, Assert.Single(await app.LeadsAsync(), lead => lead.Kind == LeadKind.Call).Status);
        await ListRefreshesAsync(await page.Context.NewPageAsync());
    }

    private async Task ListRefreshesAsync(IPage page)
    {
        await page.Clock.InstallAsync();
        await page.GotoAsync("/staff");
        await page.FocusAsync("a.open >> nth=0");
        await CaptureAsync("Newly Come", lead => lead with { Kind = LeadKind.Call });

        await page.Clock.FastForwardAsync("00:31");
        await page.GetByText("Newly Come").WaitForAsync();

        Assert.Equal("Urs Urgent", await FocusedAsync(page, "textContent"));
        await page.FocusAsync("#q");
        await CaptureAsync("Even Newer", lead => lead with { Kind = LeadKind.Call });
        await page.Clock.FastForwardAsync("00:31");
        Assert.Equal(0, await page.GetByText("Even Newer").CountAsync());
    }

    private static Task<string> FocusedAsync(IPage page, string property) => page.EvaluateAsync<string>("name => document.activeElement[name]", property);

    private static Task LookAsync(BrowserVisit visit, string name) => visit.AssertAccessibleAsync(name, Accessible.PhoneAndDesk);

    private async Task CaptureAsync(string name, Func<Lead, Lead>? change = null)
    {
        var lead = ALead.Captured(at: app.Get<TimeProvider>().GetUtcNow()) with { Name = ALead.Name(name) };
        await app.Get<ILeadStore>().CaptureAsync(ALead.New(change?.Invoke(lead) ?? lead), default);
    }
}

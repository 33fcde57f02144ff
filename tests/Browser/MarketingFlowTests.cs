using LeadFunctions.Leads;
using LeadFunctions.Stats;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Somebody of marketing looks at the figures: with charts, without JavaScript, in the dark, on a phone and on paper.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MarketingFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int Charts = 10;

    // What is drawn in another colour than its legend and the page's own colours say.
    private const string UnlikeTheLegend = """
        () => [...document.querySelectorAll('.chart:not([hidden]) canvas')].flatMap(canvas => {
          const chart = Chart.getChart(canvas);
          return chart.data.datasets.flatMap((set, at) => {
            const own = getComputedStyle(document.documentElement).getPropertyValue(`--chart-${at + 1}`).trim();
            return chart.getDatasetMeta(at).data.map(element => element.options.backgroundColor)
              .filter(drawn => drawn !== own || set.backgroundColor !== own)
              .map(drawn => `${set.label}: ${drawn} is not ${own}`);
          });
        })
        """;

    private VisitedApp app = null!;

    public async Task InitializeAsync()
    {
        if (ChromiumPath.WhyMissing is null)
        {
            app = await browser.StartAppAsync();
            await FillAsync();
        }
    }

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserTheory]
    [InlineData("en-US", "Figures", "Copied")]
    [InlineData("es-MX", "Cifras", "Copiada")]
    public async Task Charts_show_what_the_tables_say_and_stand_in_nobodys_way(string language, string title, string copied)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { Language = language });
        visit.Expect("the server responded with a status of 404");
        var page = visit.Page;
        await SignInAsync(page);
        Assert.Equal(title, await page.InnerTextAsync("h1"));

        await page.Locator(".chart:not([hidden]) canvas").Nth(Charts - 1).WaitForAsync();
        Assert.Equal(Charts, await page.Locator(".chart:not([hidden]) canvas").CountAsync());
        Assert.Equal(Charts, await page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('.chart canvas')].filter(canvas =>
              canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value !== 0)).length
            """));
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await visit.AssertAccessibleAsync("It", Accessible.PhoneAndDesk, async () => Assert.Empty(await page.EvaluateAsync<string[]>(UnlikeTheLegend)));

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ClickAsync("section:has(#funnel) button.copy");
        await page.GetByText(copied, new() { Exact = true }).WaitForAsync();
        Assert.Equal(5, (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Split('\n').Length);
    }

    [BrowserFact]
    public async Task Without_javascript_every_table_is_there()
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = false });
        visit.Expect("the server responded with a status of 404");
        await SignInAsync(visit.Page);

        Assert.Equal(0, await visit.Page.Locator("canvas:visible").CountAsync());
        var tables = visit.Page.Locator("main table");
        Assert.Equal(await tables.CountAsync(), await visit.Page.Locator("main table:visible").CountAsync());
        Assert.InRange(await tables.CountAsync(), 12, 20);
        await visit.Page.FillAsync("#from", "2026-01-01");
        await visit.Page.ClickAsync(".range button");
        await visit.Page.ArrivesAtAsync("from=2026-01-01");
    }

    private static async Task SignInAsync(IPage page)
    {
        await SignInLink.OpenAsync(page, "/staff/sign-in", "marketing@example.com");
        await page.PressAsync("main button", "Enter");
        await page.IsReadyAtAsync("/marketing");
    }

    private async Task FillAsync()
    {
        var (counts, now) = (app.Get<ILeadCounts>(), app.Get<TimeProvider>().GetUtcNow());
        for (var number = 0; number < 60; number++)
        {
            var lead = LeadId.New(new(number % Shard.Count));
            var at = now.AddDays(-number);
            string[] concerns = ["anxiety", "ocd", "depression"];
            await counts.KeepAsync(
                lead,
                new()
                {
                    Captured = new() { At = at, Kind = LeadKind.Call, Language = "en", Concerns = [concerns[number % 3]], Page = $"/articles/{number % 4}", Campaign = "spring", FirstCampaign = "autumn" },
                    Sent = [new(0, at.AddMinutes(1), "call.2", []), new(1, at.AddHours(1), "call.2", [new("anxiety-treatment-options", "000000000000000a")])],
                    Statuses = number % 3 == 0 ? [new(LeadStatus.Booked, at.AddHours(20))] : [],
                },
                default);
            await counts.CountAsync(lead, default);
        }

        await app.Get<RollupHandler>().HandleAsync(default);
    }
}

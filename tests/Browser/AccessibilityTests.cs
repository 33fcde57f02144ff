using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>WCAG 2.2, levels A and AA, as far as axe-core can tell: every page, in each of its states, however it is looked at.</summary>
[Collection(PagesCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture browser) : IAsyncLifetime
{
    // 320 CSS pixels are also what is left of a window of 1280 at 400 %, and 640 at 200 % (WCAG 2.2, 1.4.4 and 1.4.10). Colours do not
    // depend on the width, nor sizes on the colours.
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(320, ColorScheme.Light), (640, ColorScheme.Dark), (1440, ColorScheme.Light)];

    private const string Used = "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11";

    private VisitedApp app = null!;

    private string Unsubscribe => new Uri(app.Get<LeadLinks>().Unsubscribe(ALead.Captured().Contact, Language.English)).PathAndQuery;

    public static TheoryData<string, string> States
    {
        get
        {
            string[] states =
            [
                "an appointment", "a call", "an appointment with faults", "a call with faults", "a call used up", "thanks",
                "thanks to somebody in danger", "thanks too old", "an unsubscribe", "an unsubscribe done", "an unsubscribe cut off",
                "preferences", "preferences saved", "what is held, asked for", "what is held", "what is held, too old",
            ];
            // The clinic's article page on a laptop is in English, as the articles are.
            var data = new TheoryData<string, string> { { "the website", "en" } };
            foreach (var state in states)
            {
                data.Add(state, "en");
                data.Add(state, "es");
            }

            return data;
        }
    }

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserTheory]
    [MemberData(nameof(States))]
    public async Task Nothing_stands_in_anybodys_way(string state, string language)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { Language = language == "es" ? "es-MX" : "en-US" });
        visit.Expect("the server responded with a status of 4");
        await GoToAsync(visit.Page, state, Language.Of(language)!);

        await visit.AssertAccessibleAsync("It", Looks);

        Assert.Equal(language, await visit.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    private async Task GoToAsync(IPage page, string state, Language language)
    {
        switch (state)
        {
            case "the website":
                await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
                break;
            case "an appointment":
                await page.GotoAsync("/appointment?concern=depression");
                break;
            case "a call":
                await page.GotoAsync("/call");
                break;
            case "an appointment with faults":
                await page.GotoAsync("/appointment");
                await page.FillAsync("#email", "nobody");
                await CallForm.SendAsync(page);
                break;
            case "a call with faults":
                await page.GotoAsync("/call");
                await CallForm.SendAsync(page);
                break;
            case "a call used up":
                await SendCallAsync(page, "", Used);
                await SendCallAsync(page, "Another.", Used);
                break;
            case "thanks":
                await SendCallAsync(page, "");
                break;
            case "thanks to somebody in danger":
                await SendCallAsync(page, "I want to kill myself.");
                break;
            case "thanks too old":
                await page.GotoAsync("/thanks/nothing");
                break;
            case "an unsubscribe":
                await page.GotoAsync(Unsubscribe);
                break;
            case "an unsubscribe done":
                await page.GotoAsync(Unsubscribe);
                await CallForm.SendAsync(page);
                break;
            case "an unsubscribe cut off":
                await page.GotoAsync("/unsubscribe/nothing");
                break;
            case "preferences":
                await page.GotoAsync(await PathOfAsync((links, contact) => links.Preferences(contact, language)));
                break;
            case "preferences saved":
                await page.GotoAsync(await PathOfAsync((links, contact) => links.Preferences(contact, language)));
                await CallForm.SendAsync(page);
                break;
            case "what is held, asked for":
                await page.GotoAsync("/privacy");
                break;
            case "what is held":
                await page.GotoAsync(await PathOfAsync((links, contact) => links.Privacy(contact, language)));
                break;
            case "what is held, too old":
                await page.GotoAsync("/privacy/nothing");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No such state.");
        }
    }

    private async Task<string> PathOfAsync(Func<LeadLinks, ContactKey, string> link)
    {
        var lead = ALead.Captured();
        await app.Get<ILeadStore>().CaptureAsync(ALead.New(lead), default);
        return new Uri(link(app.Get<LeadLinks>(), lead.Contact)).PathAndQuery;
    }

    private static async Task SendCallAsync(IPage page, string message, string? submissionId = null)
    {
        await CallForm.OpenAndFillAsync(page);
        await page.FillAsync("#message", message);
        if (submissionId is not null)
        {
            await page.EvaluateAsync("id => document.querySelector('[name=submissionId]').value = id", submissionId);
        }

        await CallForm.SendAsync(page);
    }
}

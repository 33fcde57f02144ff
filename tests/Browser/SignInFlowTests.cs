using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Signing in and out with the keyboard alone, each page on the way looked at by axe-core (WCAG 2.2, levels A and AA).</summary>
[Collection(BrowserCollection.Name)]
public sealed class SignInFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserTheory]
    [InlineData("en-US", "Look into your mail", "My account", "You are signed out", "Open this link where you asked for it")]
    [InlineData("es-MX", "Revise su correo", "Mi cuenta", "Ha cerrado la sesión", "Abra este enlace donde lo pidió")]
    public async Task Somebody_signs_in_by_a_link_and_out_everywhere(string language, string sent, string account, string signedOut, string elsewhere)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { Language = language });
        visit.Expect("the server responded with a status of 4");
        var page = visit.Page;

        await page.GotoAsync("/staff/account");
        Assert.StartsWith("/staff/sign-in?to=", new Uri(page.Url).PathAndQuery, StringComparison.Ordinal);
        await LookAsync(visit);

        await page.FillAsync("#email", "nobody");
        await page.PressAsync("#email", "Enter");
        Assert.Equal("true", await page.GetAttributeAsync("#email", "aria-invalid"));
        await LookAsync(visit);

        await page.FillAsync("#email", "manager@example.com");
        await page.PressAsync("#email", "Enter");
        Assert.Equal(sent, await page.InnerTextAsync("h1"));
        await LookAsync(visit);

        var link = await SignInLink.InMailAsync(page);
        await page.GotoAsync(link);
        await LookAsync(visit);
        await PressAsync(page, "main button");
        Assert.Equal(account, await page.InnerTextAsync("h1"));
        Assert.Contains("manager@example.com", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await LookAsync(visit);

        await using (var stranger = await browser.VisitAsync(app.Address, new() { Language = language }))
        {
            stranger.Expect("the server responded with a status of 4");
            await stranger.Page.GotoAsync(link);
            Assert.Equal(elsewhere, await stranger.Page.InnerTextAsync("h1"));
            await LookAsync(stranger);
        }

        await PressAsync(page, "main button");
        Assert.Equal(signedOut, await page.InnerTextAsync("h1"));
        await LookAsync(visit);
        await page.GotoAsync("/staff/account");
        Assert.StartsWith("/staff/sign-in", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    // The keyboard comes to it, and it shows that it has the focus.
    private static async Task PressAsync(IPage page, string button)
    {
        for (var tabs = 0; tabs < 30 && !await page.EvaluateAsync<bool>("button => document.activeElement === document.querySelector(button)", button); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.NotEqual("none", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
        await page.EvaluateAsync("() => document.documentElement.toggleAttribute('data-before', true)");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html:not([data-before])").WaitForAsync();
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }

    private static Task LookAsync(BrowserVisit visit) => visit.AssertAccessibleAsync(visit.Page.Url, Looks);
}

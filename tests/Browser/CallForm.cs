using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>The page on which people ask for a call, in whichever language it is.</summary>
internal static class CallForm
{
    /// <summary>Opens it and types what it cannot do without.</summary>
    public static async Task OpenAndFillAsync(IPage page)
    {
        await page.GotoAsync("/call");
        await page.FillAsync("#name", "Robin Gray");
        await page.FillAsync("#phone", "(650) 555-0123");
    }

    public static Task SendAsync(IPage page) => page.ClickAsync("main button[type=submit]");
}

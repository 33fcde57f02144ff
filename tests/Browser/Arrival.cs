using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>
/// Waiting for a page that a press leads to. The browser sometimes tells of a page's load before it tells that it went there, and whoever waits for both
/// in order then waits for ever: so the page itself is asked.
/// </summary>
internal static class Arrival
{
    /// <param name="page">Where the link, or the button, was pressed.</param>
    /// <param name="part">What the address holds that it did not hold before.</param>
    public static Task ArrivesAtAsync(this IPage page, string part) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = BrowserVisit.PatienceMilliseconds });

    /// <summary>The same, and the page is all there with its scripts; not for visitors without any.</summary>
    /// <param name="page">Where the link, or the button, was pressed.</param>
    /// <param name="part">What the address holds that it did not hold before.</param>
    public static async Task IsReadyAtAsync(this IPage page, string part)
    {
        await page.ArrivesAtAsync(part);
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>
/// What every page promises: it cannot be scrolled sideways, and axe has no complaint by the levels A and AA of WCAG 2.2, at the widths and in the
/// colours that a test names.
/// </summary>
internal static class Accessible
{
    /// <summary>A phone and a desk, in light and in dark.</summary>
    public static readonly (int Width, ColorScheme Scheme)[] PhoneAndDesk = [(360, ColorScheme.Light), (1280, ColorScheme.Dark), (1280, ColorScheme.Light), (360, ColorScheme.Dark)];

    private const int Height = 900;

    private static readonly AxeRunOptions Levels = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <param name="visit">Whose window stands at the page.</param>
    /// <param name="name">What the page is called where it fails.</param>
    /// <param name="looks">The widths, in pixels, and the colours.</param>
    /// <param name="also">What else is to be so in each of them.</param>
    public static async Task AssertAccessibleAsync(
        this BrowserVisit visit, string name, IEnumerable<(int Width, ColorScheme Scheme)> looks, Func<Task>? also = null)
    {
        foreach (var (width, scheme) in looks)
        {
            await visit.Page.SetViewportSizeAsync(width, Height);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

            Assert.False(await visit.ScrollsSidewaysAsync(), $"{name} can be scrolled sideways at {width} pixels.");
            Assert.Empty((await visit.Page.RunAxe(Levels)).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name} {width} {scheme}: {violation.Id} at {node.Html}: {violation.Help}")));
            await (also?.Invoke() ?? Task.CompletedTask);
        }
    }
}

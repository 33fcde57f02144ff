using System.Globalization;
using LeadFunctions.Local.Demo;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Demo;

/// <summary>The figures of a year that the demo makes up, as marketing looks at them.</summary>
public sealed class DemoYearTests
{
    [Fact]
    public async Task Every_table_of_the_page_of_figures_tells_of_the_whole_year()
    {
        await using var app = await HostedApp.StartAsync(StaffBrowser.Members);
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        await new DemoYear(LivedMonth.Seed, output).RunAsync(app.Host, default);

        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().AddDays(-1).UtcDateTime);
        var browser = new StaffBrowser(app).SignIn("marketing@example.com;marketing");
        using var response = await browser.GetAsync($"/marketing?from={today.AddDays(-364):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
        var page = PageBench.Parse(await response.Content.ReadAsStringAsync());
        var tables = page.QuerySelectorAll("section.figures").ToDictionary(
            section => section.QuerySelector("h2")!.Id!,
            section => section.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).ToList());
        Assert.All(tables, table => Assert.True(table.Value.Count > 0, $"{table.Key} is empty."));

        // All but the month that the demo lives through before.
        Assert.InRange(tables["trend"].Count(week => week[1] != "0"), 46, 53);
        Assert.InRange(tables["answers"].Count, 44, 53);
        Assert.InRange(tables["answers"].Count(week => week[4].EndsWith(" min", StringComparison.Ordinal)), 3, 53);
        Assert.Equal(["appointment.3.1.a", "appointment.3.1.b", "call.3.1.a", "call.3.1.b"], tables["variants"].Select(row => row[0]));
        Assert.Contains("The figures of the year are there", output.ToString(), StringComparison.Ordinal);
    }
}

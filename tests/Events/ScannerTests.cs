using System.Net;
using LeadFunctions.Events;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Content;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Events;

/// <summary>Which programs are known, and that the list of them is data.</summary>
public sealed class ScannerTests
{
    [Theory]
    [InlineData("Mozilla/5.0", null, AgentClass.PrivacyProxy)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0", null, AgentClass.PrivacyProxy)]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", null, AgentClass.ImageProxy)]
    [InlineData("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", null, AgentClass.ImageProxy)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", null, AgentClass.Browser)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36", null, AgentClass.Scanner)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", null, AgentClass.Scanner)]
    [InlineData("BarracudaCentral", null, AgentClass.Scanner)]
    [InlineData("python-requests/2.32", null, AgentClass.Scanner)]
    [InlineData("curl/8.9.1", null, AgentClass.Scanner)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", "209.222.82.9", AgentClass.Scanner)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", "::ffff:209.222.82.9", AgentClass.Scanner)]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", "209.222.88.9", AgentClass.Browser)]
    [InlineData("Something else", "2001:db8::1", AgentClass.Unknown)]
    [InlineData(" ", null, AgentClass.Unknown)]
    [InlineData(null, null, AgentClass.Unknown)]
    public void A_program_is_what_its_name_or_its_network_says(string? agent, string? address, AgentClass expected)
    {
        using var services = EditedContent.Services();

        Assert.Equal(expected, services.GetRequiredService<ScannerCatalogue>().Classify(agent, address is null ? null : IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("class: image-proxy", "class: friend", "'class': expected one of scanner, image-proxy, privacy-proxy")]
    [InlineData("network: 209.222.80.0/21", "network: 209.222.80.0/33", "'network': expected a network such as")]
    [InlineData("  - has: GoogleImageProxy", "  - named: GoogleImageProxy", "'has' is missing")]
    [InlineData("    source: https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html\n", "", "'source' is missing")]
    public void A_mistake_in_the_list_is_said_with_its_file(string text, string replacement, string problem)
    {
        using var content = new EditedContent().Replace("scanners.yml", text, replacement);

        Assert.Contains(content.Problems(), found => found.StartsWith("scanners.yml(", StringComparison.Ordinal) && found.Contains(problem, StringComparison.Ordinal));
    }
}

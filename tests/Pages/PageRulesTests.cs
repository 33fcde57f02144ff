using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LeadFunctions.Capture;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Tests.Pages;

/// <summary>What holds for every page.</summary>
public sealed partial class PageRulesTests : IAsyncDisposable
{
    private const double EnoughForText = 4.5;
    private const double EnoughForEdges = 3;

    private readonly PageBench bench = new();

    public static TheoryData<string> Pages => ["appointment", "call", "thanks", "urgent thanks", "old thanks", "unsubscribe", "done", "unknown", "away"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_runs_no_script_loads_nothing_is_shown_in_no_frame_and_is_kept_nowhere(string name)
    {
        var context = await OpenAsync(name);

        var headers = context.Response.Headers;
        var policy = headers.ContentSecurityPolicy.ToString();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("same-origin", headers["Referrer-Policy"]);
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Its_policy_allows_its_own_style_and_it_needs_no_other(string name)
    {
        var context = await OpenAsync(name);
        var html = Body(context);
        var page = await PageBench.ParseAsync(PageAsync(name));

        var style = Assert.Single(StyleElement().Matches(html)).Groups["css"].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"'sha256-{hash}'", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style], script, link, img, iframe"));
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_has_one_heading_a_title_a_way_past_the_header_and_the_number_of_the_clinic(string name)
    {
        var page = await PageBench.ParseAsync(PageAsync(name));

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.EndsWith("– Palo Alto Mind Body", page.Title, StringComparison.Ordinal);
        Assert.Equal("#main", page.Body!.Children[0].GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("header a[href='tel:+16505550142']"));
        Assert.Single(page.QuerySelectorAll(".crisis"));
        Assert.Equal("width=device-width, initial-scale=1", page.QuerySelector("meta[name=viewport]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("unsubscribe", 200)]
    [InlineData("done", 200)]
    [InlineData("unknown", 404)]
    [InlineData("away", 503)]
    [InlineData("old thanks", 404)]
    public async Task Its_status_says_how_it_ended(string name, int status) => Assert.Equal(status, (await OpenAsync(name)).Response.StatusCode);

    [Fact]
    public async Task Unsubscribing_takes_one_press_that_posts_to_the_address_of_the_link()
    {
        var page = await PageBench.ParseAsync(bench.Get<UnsubscribePages>().AskAsync("abc-_123"));

        var form = Assert.Single(page.QuerySelectorAll("form"));
        Assert.Equal(("post", "/unsubscribe/abc-_123?lang=en"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Single(form.QuerySelectorAll("button"));
        Assert.Empty(form.QuerySelectorAll("input, select, textarea"));
    }

    [Fact]
    public async Task A_hostile_token_stays_inside_of_the_address()
    {
        var page = await PageBench.ParseAsync(bench.Get<UnsubscribePages>().AskAsync("\"><script>alert(1)</script>/../x?y#z"));

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Matches("^/unsubscribe/[A-Za-z0-9%._-]+\\?lang=en$", page.QuerySelector("form")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData("light", "page")]
    [InlineData("light", "card")]
    [InlineData("light", "soft")]
    [InlineData("dark", "page")]
    [InlineData("dark", "card")]
    [InlineData("dark", "soft")]
    public async Task Its_words_stand_out_from_what_is_behind_them(string scheme, string ground)
    {
        var colours = Colours(Body(await OpenAsync("call")), scheme);

        Assert.All(["ink", "text", "muted", "accent", "accent-strong"], name => AssertContrast(colours, name, ground, EnoughForText));
        AssertContrast(colours, "alarm", "alarm-soft", EnoughForText);
        AssertContrast(colours, "alarm", "card", EnoughForText);
        AssertContrast(colours, "text", "alarm-soft", EnoughForText);
        AssertContrast(colours, "ink", "alarm-soft", EnoughForText);
        AssertContrast(colours, "on-accent", "accent", EnoughForText);
        AssertContrast(colours, "on-accent", "accent-strong", EnoughForText);
        AssertContrast(colours, "edge", "card", EnoughForEdges);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private Task<IResult> PageAsync(string name) => name switch
    {
        "appointment" => bench.Get<CapturePages>().FormAsync(LeadKind.Appointment, new(), 200, problem: null),
        "call" => bench.Get<CapturePages>().FormAsync(LeadKind.Call, new(), 400, "Please look again."),
        "thanks" => bench.Get<CapturePages>().ThanksAsync(new(LeadId.New(new Shard(3)), LeadKind.Call, IsUrgent: false, Support.ALead.Noon, [])),
        "urgent thanks" => bench.Get<CapturePages>().ThanksAsync(new(LeadId.New(new Shard(3)), LeadKind.Call, IsUrgent: true, Support.ALead.Noon, [])),
        "old thanks" => bench.Get<CapturePages>().ThanksNotFoundAsync(),
        "unsubscribe" => bench.Get<UnsubscribePages>().AskAsync("token"),
        "done" => bench.Get<UnsubscribePages>().AnswerAsync(UnsubscribeResult.Done),
        "unknown" => bench.Get<UnsubscribePages>().AnswerAsync(UnsubscribeResult.NotFound),
        "away" => bench.Get<UnsubscribePages>().AnswerAsync(UnsubscribeResult.Unavailable),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private async Task<DefaultHttpContext> OpenAsync(string name)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await (await PageAsync(name)).ExecuteAsync(context);
        return context;
    }

    private static string Body(DefaultHttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private static Dictionary<string, string> Colours(string html, string scheme)
    {
        var roots = Root().Matches(html);
        return Colour().Matches(roots[scheme == "light" ? 0 : 1].Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["hex"].Value);
    }

    // WCAG 2.2, 1.4.3 and 1.4.11, and the definition of the contrast ratio there.
    private static void AssertContrast(Dictionary<string, string> colours, string front, string back, double enough)
    {
        var (one, other) = (Luminance(colours[front]), Luminance(colours[back]));
        var ratio = (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

        Assert.True(ratio >= enough, string.Create(CultureInfo.InvariantCulture, $"{front} on {back}: {ratio:0.00}"));
    }

    private static double Luminance(string hex)
    {
        var channels = Convert.FromHexString(hex).Select(value => value / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex StyleElement();

    [GeneratedRegex(@":root \{.*?\}", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<hex>[0-9a-f]{6});", RegexOptions.ExplicitCapture)]
    private static partial Regex Colour();
}

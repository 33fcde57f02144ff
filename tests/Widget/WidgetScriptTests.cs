using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Widget;

/// <summary>The script as other websites fetch it.</summary>
public sealed partial class WidgetScriptTests : IAsyncLifetime
{
    private const int MostBytes = 8 * 1024;

    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task It_is_small()
    {
        using var zipped = await FetchAsync(request => request.Headers.AcceptEncoding.Add(new("gzip")));

        var bytes = await zipped.Content.ReadAsByteArrayAsync();
        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.InRange(bytes.Length, 1, MostBytes);
        await using var plain = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.Equal(await app.Client.GetStringAsync("/widget.js"), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Any_website_may_load_it_and_keep_it()
    {
        using var first = await FetchAsync(_ => { });
        using var again = await FetchAsync(request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal("text/javascript; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", Assert.Single(first.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("cross-origin", Assert.Single(first.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.InRange(first.Headers.CacheControl.MaxAge!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1));
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_zipped_and_the_plain_one_have_tags_of_their_own()
    {
        using var plain = await FetchAsync(_ => { });
        using var zipped = await FetchAsync(request => request.Headers.AcceptEncoding.Add(new("gzip")));
        using var refused = await FetchAsync(request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip", 0)));

        Assert.NotEqual(plain.Headers.ETag, zipped.Headers.ETag);
        Assert.Equal(plain.Headers.ETag, refused.Headers.ETag);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary);
    }

    [Fact]
    public async Task It_does_nothing_that_a_strict_page_forbids()
    {
        var script = await app.Client.GetStringAsync("/widget.js");

        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|createElement\('style'\)|\.style\b|setAttribute\('style'", script);
        Assert.DoesNotMatch(@"localStorage|sessionStorage|document\.cookie", script);
    }

    [Fact]
    public async Task Its_style_sheet_is_for_a_form_and_not_for_a_page()
    {
        var sheet = StyleSheet().Match(await app.Client.GetStringAsync("/widget.js")).Groups["css"].Value;

        Assert.Contains(".choice", sheet, StringComparison.Ordinal);
        Assert.Contains("--accent:var(--lead-form-accent,light-dark(#", sheet, StringComparison.Ordinal);
        Assert.DoesNotMatch(@":root|\bhtml\b|\bbody\b|\bmain\b|\bfooter\b|\.skip \{|prefers-color-scheme|<|/\*", sheet);
        Assert.DoesNotMatch(@"[0-9]rem(?!\)\{)", sheet.Replace("--lead-form-unit,1rem", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/widget/appointment?lang=es", "es", "Solicite una cita")]
    [InlineData("/widget/call", "en", "Ask us to call you")]
    public async Task The_form_comes_in_the_language_that_is_asked_for(string path, string language, string heading)
    {
        var form = Pages.PageBench.Parse(await app.Client.GetStringAsync(path));

        Assert.Equal(language, form.QuerySelector(".widget")!.GetAttribute("lang"));
        Assert.Equal(heading, form.QuerySelector(".title")!.TextContent);
        Assert.Empty(form.QuerySelectorAll("script, style, [style], link, img"));
    }

    [Fact]
    public async Task There_are_two_forms()
    {
        using var other = await app.Client.GetAsync("/widget/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private async Task<HttpResponseMessage> FetchAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        change(request);
        return await app.Client.SendAsync(request);
    }

    [GeneratedRegex("const style = \"(?<css>.*)\";")]
    private static partial Regex StyleSheet();
}

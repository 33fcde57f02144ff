using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Http;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Http;

/// <summary>Which websites may read our answers, over real HTTP.</summary>
public sealed class CorsTests : IAsyncLifetime
{
    private const string Listed = "https://www.example.com";
    private const string Ourselves = "https://requests.example.com";

    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(("Cors:Origins:0", Listed), ("Cors:Origins:1", "http://localhost:8080"));

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    public static TheoryData<string, string> Shared => new()
    {
        { "POST", "/api/appointments" },
        { "POST", "/api/calls" },
        { "GET", "/api/articles?concern=sleep" },
        { "GET", "/api/concerns" },
        { "GET", "/widget/appointment" },
        { "GET", "/widget/call?concern=sleep" },
    };

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task A_listed_website_may_read_the_answer_and_ask_before(string method, string path)
    {
        using var answer = await AskAsync(method, path, Listed);
        using var preflight = await AskAsync("OPTIONS", path, Listed);

        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Listed, Allowed(answer));
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(Listed, Allowed(preflight));
        Assert.Equal(method, Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Contains("content-type", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("https://www.example.com.evil.example")]
    [InlineData("https://evil-www.example.com")]
    [InlineData("http://www.example.com")]
    [InlineData("https://www.example.com:8443")]
    [InlineData("https://WWW.example.com")]
    [InlineData("https://www.example.com/")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("")]
    public async Task Any_other_may_not(string origin)
    {
        using var answer = await AskAsync("POST", "/api/appointments", origin);
        using var preflight = await AskAsync("OPTIONS", "/api/appointments", origin);

        Assert.Null(Allowed(answer));
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.Null(Allowed(preflight));
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task Our_own_pages_always_may()
    {
        using var answer = await AskAsync("GET", "/widget/call", Ourselves);

        Assert.Equal(Ourselves, Allowed(answer));
    }

    [Theory]
    [InlineData("GET", "/appointment")]
    [InlineData("GET", "/thanks/token")]
    [InlineData("POST", "/api/leads")]
    [InlineData("OPTIONS", "/api/leads")]
    [InlineData("OPTIONS", "/api/nothing")]
    public async Task Nothing_else_is_shared(string method, string path)
    {
        using var answer = await AskAsync(method, path, Listed);

        Assert.Null(Allowed(answer));
        Assert.NotEqual(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://www.example.com")]
    [InlineData("https://www.example.com:8443")]
    [InlineData("https://xn--mnchen-3ya.example")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:5000")]
    public void An_origin_as_browsers_write_it_can_be_listed(string origin) => Assert.True(Judge(origin).Succeeded);

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.com")]
    [InlineData("https://www.example.com/")]
    [InlineData("https://www.example.com/articles")]
    [InlineData("https://www.example.com?x")]
    [InlineData("https://WWW.example.com")]
    [InlineData("https://www.example.com:443")]
    [InlineData("https://user@www.example.com")]
    [InlineData("http://www.example.com")]
    [InlineData("www.example.com")]
    [InlineData("ftp://www.example.com")]
    [InlineData("null")]
    [InlineData("")]
    public void Anything_else_stops_the_start_and_is_named(string origin) =>
        Assert.StartsWith("Cors__Origins__1 should be the origin of one website", Judge("https://good.example.com", origin).FailureMessage, StringComparison.Ordinal);

    private static ValidateOptionsResult Judge(params string[] origins)
    {
        var options = new CorsOptions();
        foreach (var origin in origins)
        {
            options.Origins.Add(origin);
        }

        return new CorsOptionsValidator().Validate(name: null, options);
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path, string origin)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = method == "POST" ? JsonContent.Create(new { }) : null };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return await app.Client.SendAsync(request);
    }

    private static string? Allowed(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null;
}

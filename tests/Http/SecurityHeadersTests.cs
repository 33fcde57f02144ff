using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Http;

/// <summary>What every answer says to browsers, over real HTTP.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData("POST", "/api/appointments", "{ \"name\": \"Robin\", \"email\": \"robin@example.com\" }", HttpStatusCode.Created)]
    [InlineData("POST", "/api/appointments", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/appointments", "{", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/ops/drain?code=local", "", HttpStatusCode.OK)]
    [InlineData("GET", "/appointment", null, HttpStatusCode.OK)]
    [InlineData("GET", "/thanks/nonsense", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/unsubscribe/nonsense", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/r/nonsense", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/health", null, HttpStatusCode.OK)]
    public async Task No_copy_no_guess_no_frame_no_referrer_and_never_without_https(string method, string path, string? json, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        }

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(response, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_with_the_same_care()
    {
        app.Leads.IsAway = true;

        using var response = await app.Client.PostAsJsonAsync("/api/appointments", new Dictionary<string, string> { ["name"] = "Robin", ["email"] = "robin@example.com" });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store"), (response.StatusCode, Header(response, "Cache-Control")));
    }

    [Fact]
    public async Task What_is_the_same_for_everybody_may_still_be_kept()
    {
        using var response = await app.Client.GetAsync(new Uri("/api/concerns", UriKind.Relative));

        Assert.Equal("public, max-age=300", Header(response, "Cache-Control"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task On_a_laptop_without_https_no_browser_is_told_to_insist_on_it()
    {
        await using var laptop = await HostedApp.StartAsync(("Leads:PublicBaseUrl", "http://127.0.0.1:7071"));

        using var response = await laptop.Client.GetAsync(new Uri("/appointment", UriKind.Relative));

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join(", ", response.Headers.TryGetValues(name, out var values) ? values : []);
}

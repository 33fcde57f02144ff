using System.Net;
using LeadFunctions.Local;

namespace LeadFunctions.Tests.Hosting;

public sealed class HostJsonTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""{ "version": "2.0" }""", "api/RouteByName")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "RouteByName")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/leads" } } }""", "v1/leads/RouteByName")]
    public async Task The_route_prefix_is_that_of_host_json(string json, string path)
    {
        await using var host = await StartAsync(json);
        using var client = host.Client();

        Assert.Equal("by name", await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Theory]
    [InlineData("api/RouteByName", HttpStatusCode.OK)]
    [InlineData("api/failures/at-once", HttpStatusCode.InternalServerError)]
    [InlineData("api/keys/function", HttpStatusCode.Unauthorized)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    public async Task Every_answer_has_the_custom_headers(string path, HttpStatusCode status)
    {
        await using var host = await StartAsync("""{ "extensions": { "http": { "customHeaders": { "X-Content-Type-Options": "nosniff" } } } }""");
        using var client = host.Client();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_named()
    {
        var thrown = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync("{"));

        Assert.Contains("host.json", thrown.Message, StringComparison.Ordinal);
    }

    private Task<LocalHost> StartAsync(string json)
    {
        folder.File("host.json", json);
        return LocalHost.StartAsync(ProbeHost.Of(typeof(HttpProbes)) with { ContentRoot = folder.Path }, CancellationToken.None);
    }
}

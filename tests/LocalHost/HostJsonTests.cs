using System.Net;
using LeadFunctions.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task More_requests_at_once_than_host_json_allows_are_turned_away_as_the_Functions_host_does_it()
    {
        var gate = new TaskCompletionSource();
        folder.File("host.json", """{ "extensions": { "http": { "maxOutstandingRequests": 1 } } }""");
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(HeldProbes)) with { ContentRoot = folder.Path, Compose = worker => worker.Services.AddSingleton(gate) },
            CancellationToken.None);
        using var client = host.Client();
        List<Task<HttpResponseMessage>> both = [client.GetAsync(new Uri("api/held", UriKind.Relative)), client.GetAsync(new Uri("api/held", UriKind.Relative))];

        var first = await Task.WhenAny(both);
        using var refused = await first;
        gate.SetResult();
        both.Remove(first);
        using var answered = await both.Single();
        using var after = await client.GetAsync(new Uri("api/held", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(["1"], refused.Headers.GetValues("X-Function-Scaleout"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [answered.StatusCode, after.StatusCode]);
    }

    private Task<LocalHost> StartAsync(string json)
    {
        folder.File("host.json", json);
        return LocalHost.StartAsync(ProbeHost.Of(typeof(HttpProbes)) with { ContentRoot = folder.Path }, CancellationToken.None);
    }
}

/// <summary>A function that answers when it may.</summary>
public static class HeldProbes
{
    public sealed class Held(TaskCompletionSource gate)
    {
        [Function("Held")]
        public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "held")] HttpRequest request)
        {
            await gate.Task;
            return TypedResults.Ok();
        }
    }
}

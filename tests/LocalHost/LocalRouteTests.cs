using System.Net;
using LeadFunctions.Local;
using LeadFunctions.Local.Http;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public static class CatchAllProbe
{
    public sealed class Everything
    {
        [Function("AAA")]
        public IResult All([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => TypedResults.Text("a function");
    }
}

public sealed class LocalRouteTests
{
    [Theory]
    [InlineData("", "a page")]
    [InlineData("local/mail/7", "mail 7")]
    [InlineData("anything/else", "a function")]
    public async Task A_local_route_comes_before_every_function(string path, string seen)
    {
        using var folder = new TempFolder();
        folder.File("host.json", """{ "extensions": { "http": { "routePrefix": "" } } }""");
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(CatchAllProbe)) with
            {
                ContentRoot = folder.Path,
                Compose = worker => worker.Services.AddSingleton<ILocalRoutes, Mailbox>(),
            },
            CancellationToken.None);
        using var client = host.Client();

        Assert.Equal(seen, await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.7", false)]
    [InlineData(null, false)]
    public async Task A_local_route_is_not_there_for_another_machine(string? peer, bool isThere)
    {
        var (http, reached) = Request(peer, LocalOnly.Instance);

        await new HostManners(new HostJson("", [])).InvokeAsync(http, reached.Next);

        Assert.Equal((isThere, isThere ? 200 : 404), (reached.IsReached, http.Response.StatusCode));
    }

    [Fact]
    public async Task A_function_is_there_for_every_machine()
    {
        var (http, reached) = Request("192.0.2.7");

        await new HostManners(new HostJson("", [])).InvokeAsync(http, reached.Next);

        Assert.True(reached.IsReached);
    }

    private static (HttpContext Http, Reached Reached) Request(string? peer, params object[] metadata)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("x"), 0, new EndpointMetadataCollection(metadata), "x"));
        return (http, new Reached());
    }

    private sealed class Reached
    {
        public bool IsReached { get; private set; }

        public Task Next(HttpContext http)
        {
            IsReached = true;
            return Task.CompletedTask;
        }
    }

    private sealed class Mailbox : ILocalRoutes
    {
        public void Map(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/", () => "a page");
            routes.MapGet("/local/mail/{id:int}", (int id) => $"mail {id}");
        }
    }
}

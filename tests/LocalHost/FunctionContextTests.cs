using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class FunctionContextTests : IAsyncLifetime
{
    private readonly ContextProbes.Sightings sightings = new();
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(ContextProbes)) with
            {
                Functions = type => type == typeof(ContextProbes.Contexts),
                Compose = worker => worker.Services.AddSingleton(sightings).AddScoped<ContextProbes.Scoped>(),
            },
            CancellationToken.None);
        client = host.Client();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_function_is_told_who_it_is_and_what_it_was_asked()
    {
        var told = await client.GetFromJsonAsync<Dictionary<string, string?>>("api/contexts/told/abc?limit=5");

        Assert.Equal("ContextTold", told!["name"]);
        Assert.Equal("LeadFunctions.Tests.Hosting.ContextProbes+Contexts.Told", told["entryPoint"]);
        Assert.Equal(("httpTrigger", "request,context"), (told["trigger"], told["parameters"]));
        Assert.Equal(("True", "True", "0"), (told["sameRequest"], told["sameServices"], told["retries"]));
        Assert.Equal(("abc", """{"limit":"5"}"""), (told["route"], told["query"]));
        Assert.Equal(("http", host.BaseAddress.Authority, "127.0.0.1"), (told["scheme"], told["host"], told["peer"]));
    }

    [Fact]
    public async Task Each_run_has_an_id_of_its_own()
    {
        var one = await client.GetFromJsonAsync<Dictionary<string, string?>>("api/contexts/told/abc");
        var two = await client.GetFromJsonAsync<Dictionary<string, string?>>("api/contexts/told/abc");

        Assert.Equal(one!["invocation"], one["invocationAgain"]);
        Assert.True(Guid.TryParse(one["invocation"], out _));
        Assert.NotEqual(one["invocation"], two!["invocation"]);
    }

    [Fact]
    public async Task What_proxies_say_reaches_the_binding_data_and_not_the_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/contexts/told/abc");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7, 198.51.100.2");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "clinic.example");

        using var answer = await client.SendAsync(request);
        var told = await answer.Content.ReadFromJsonAsync<Dictionary<string, string?>>();

        var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(told!["headers"]!)!;
        Assert.Equal("203.0.113.7, 198.51.100.2", headers["X-Forwarded-For"]);
        Assert.Equal(("https", "clinic.example"), (headers["X-Forwarded-Proto"], headers["X-Forwarded-Host"]));
        Assert.Equal(("", "http", "127.0.0.1"), (told["forwardedInRequest"], told["scheme"], told["peer"]));
        Assert.Equal(host.BaseAddress.Authority, told["host"]);
    }

    [Fact]
    public async Task Services_are_injected_from_one_scope_for_each_run()
    {
        await client.GetAsync(new Uri("api/contexts/scope", UriKind.Relative));
        await client.GetAsync(new Uri("api/contexts/scope", UriKind.Relative));

        Assert.Equal([3, 3], sightings.Scopes.CountBy(scope => scope).Select(scope => scope.Value));
    }

    [Fact]
    public async Task A_function_is_told_when_the_client_leaves()
    {
        using var leaving = new CancellationTokenSource();
        var asking = client.GetAsync(new Uri("api/contexts/cancelled", UriKind.Relative), leaving.Token);
        var token = await sightings.Started.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await leaving.CancelAsync();

        await sightings.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(token.IsCancellationRequested);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }
}

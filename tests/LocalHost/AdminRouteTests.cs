using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class AdminRouteTests : IAsyncLifetime
{
    private readonly TimerProbes.Runs runs = new();
    private readonly TimerProbes.Gate gate = new();
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(TimerProbes)) with
            {
                Functions = type => type.DeclaringType == typeof(TimerProbes) || type == typeof(HttpProbes.Answers),
                Settings = new Dictionary<string, string?> { ["Probe:Schedule"] = "1.00:00:00" },
                Compose = worker => worker.Services.AddSingleton(runs).AddSingleton(gate),
                TimersRun = false,
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
    public async Task A_timer_is_run_on_demand_and_nobody_waits_for_it()
    {
        using var answer = await client.PostAsJsonAsync("admin/functions/slow", new { input = "" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Empty(runs.Take());
        gate.Open.SetResult();
        Assert.Equal("Slow", (await runs.NextAsync()).Function);
    }

    [Fact]
    public async Task The_answer_waits_for_the_end_when_it_is_asked_to()
    {
        using var answer = await client.PostAsync(new Uri("admin/functions/Tick?wait=true", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Tick", Assert.Single(runs.Take()).Function);
    }

    [Fact]
    public async Task A_run_that_throws_is_an_empty_500_for_the_one_who_waits()
    {
        using var answer = await client.PostAsync(new Uri("admin/functions/Fail?wait=true", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Nobody")]
    [InlineData("AnswerResult")]
    public async Task Only_a_timer_function_can_be_run(string name)
    {
        using var answer = await client.PostAsync(new Uri($"admin/functions/{name}", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

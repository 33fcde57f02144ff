using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class ClockRouteTests
{
    private readonly TimerProbes.Runs runs = new();

    [Fact]
    public async Task The_clock_shows_the_time_that_the_app_sees()
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        var before = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var shown = await client.GetFromJsonAsync<JsonElement>("local/clock");

        Assert.InRange(shown.GetProperty("utcNow").GetDateTimeOffset(), before, host.Clock.GetUtcNow());
        Assert.Equal("00:00:00", shown.GetProperty("offset").GetString());
    }

    [Fact]
    public async Task A_move_is_answered_when_the_timers_that_fell_due_have_run()
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        using var answer = await client.PostAsJsonAsync("local/clock", new { advance = "3.00:00:00" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(Assert.Single(runs.Take()).Timer.IsPastDue);
        Assert.Equal("3.00:00:00", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("offset").GetString());
        Assert.Equal(TimeSpan.FromDays(3), host.Clock.Offset);
    }

    [Theory]
    [InlineData("""{ "advance": "-1.00:00:00" }""")]
    [InlineData("""{ "advance": "00:00:00" }""")]
    [InlineData("""{ "advance": "soon" }""")]
    [InlineData("""{ "advance": "4000.00:00:00" }""")]
    [InlineData("""{ "advance": 3 }""")]
    [InlineData("""{ "advance": null }""")]
    [InlineData("""{ "forward": "1.00:00:00" }""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public async Task What_is_no_move_forward_is_refused_with_the_field_named(string body)
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        using var answer = await client.PostAsync(new Uri("local/clock", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("3.00:00:00", problem.GetProperty("errors").GetProperty("advance")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, host.Clock.Offset);
    }

    [Fact]
    public async Task A_moved_clock_stays_moved_over_a_restart()
    {
        using var folder = new TempFolder();
        await using (var before = await StartAsync(folder))
        {
            await before.MoveClockAsync(TimeSpan.FromDays(9));
        }

        await using var host = await StartAsync(folder);

        Assert.Equal(TimeSpan.FromDays(9), host.Clock.Offset);
    }

    [Fact]
    public void A_clock_is_ahead_of_the_real_one_by_its_offset_while_its_stopwatch_stays_real()
    {
        var clock = new MovableClock();
        var stamp = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromDays(10));

        Assert.InRange(clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(10) - TimeSpan.FromSeconds(20), TimeSpan.FromDays(10));
        Assert.InRange(clock.GetElapsedTime(stamp), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Moves_add_up_whoever_makes_them()
    {
        var clock = new MovableClock();

        Parallel.For(0, 100, _ => clock.Advance(TimeSpan.FromMinutes(1)));

        Assert.Equal(TimeSpan.FromMinutes(100), clock.Offset);
    }

    private Task<LocalHost> StartAsync(TempFolder? folder = null) =>
        LocalHost.StartAsync(
            ProbeHost.Of(typeof(TimerProbes)) with
            {
                Functions = type => type == typeof(TimerProbes.Ticking),
                Settings = new Dictionary<string, string?> { ["Probe:Schedule"] = "1.00:00:00" },
                Compose = worker => worker.Services.AddSingleton(runs),
                DataDirectory = folder?.Path,
            },
            CancellationToken.None);
}

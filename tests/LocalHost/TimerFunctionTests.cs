using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class TimerFunctionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly LogLines log = new();
    private readonly TimerProbes.Runs runs = new();
    private readonly TimerProbes.Gate gate = new();

    [Fact]
    public async Task However_many_ticks_a_move_of_the_clock_passes_the_timer_runs_once_and_past_due()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking));

        await host.MoveClockAsync(3 * Day);

        Assert.True(Assert.Single(runs.Take()).Timer.IsPastDue);
    }

    [Fact]
    public async Task A_move_that_reaches_no_tick_runs_nothing()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking));

        await host.MoveClockAsync(Day / 2);

        Assert.Empty(runs.Take());
    }

    [Fact]
    public async Task The_first_run_knows_of_none_before_it_and_the_second_knows_the_first()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking));

        await host.MoveClockAsync(2 * Day);
        var firstAt = host.Clock.GetUtcNow().UtcDateTime;
        await host.MoveClockAsync(2 * Day);

        var (first, second) = (runs.Take() is [var one, var two]) ? (one.Timer.ScheduleStatus!, two.Timer.ScheduleStatus!) : default;
        Assert.Equal((default, default), (first.Last, first.LastUpdated));
        Assert.InRange(second.Last, firstAt - TimeSpan.FromSeconds(20), firstAt);
        Assert.Equal((second.Last + Day, second.Last), (second.Next, second.LastUpdated));
    }

    [Fact]
    public async Task A_tick_in_its_own_time_is_not_past_due_and_one_of_many_a_minute_is_not_remembered()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking), schedule: "* * * * * *");

        var run = await runs.NextAsync();

        Assert.False(run.Timer.IsPastDue);
        Assert.Null(run.Timer.ScheduleStatus);
    }

    [Fact]
    public async Task Ticks_missed_while_the_host_was_away_are_made_up_for_by_one_run()
    {
        using var folder = new TempFolder();
        await using (await StartAsync(typeof(TimerProbes.Ticking), folder: folder))
        {
        }

        new MovableClock(folder.File("clock")).Advance(5 * Day);
        await using var host = await StartAsync(typeof(TimerProbes.Ticking), folder: folder);
        var run = await runs.NextAsync();
        await host.RunAsync("Tick", CancellationToken.None);

        Assert.True(run.Timer.IsPastDue);
        Assert.False(Assert.Single(runs.Take()).Timer.IsPastDue);
    }

    [Fact]
    public async Task A_restart_between_ticks_runs_nothing_and_remembers_the_last_run()
    {
        using var folder = new TempFolder();
        await using (var before = await StartAsync(typeof(TimerProbes.Ticking), folder: folder))
        {
            await before.MoveClockAsync(2 * Day);
        }

        await using var host = await StartAsync(typeof(TimerProbes.Ticking), folder: folder);
        var ran = Assert.Single(runs.Take());
        await host.MoveClockAsync(Day / 2);
        Assert.Empty(runs.Take());
        await host.MoveClockAsync(Day / 2);

        Assert.Equal(default, ran.Timer.ScheduleStatus!.Last);
        Assert.NotEqual(default, Assert.Single(runs.Take()).Timer.ScheduleStatus!.Last);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_while_the_host_was_away_is_not_past_due()
    {
        using var folder = new TempFolder();
        await using (await StartAsync(typeof(TimerProbes.Ticking), folder: folder))
        {
        }

        new MovableClock(folder.File("clock")).Advance(5 * Day);
        await using var host = await StartAsync(typeof(TimerProbes.Ticking), schedule: "2.00:00:00", folder: folder);
        await host.RunAsync("Tick", CancellationToken.None);

        Assert.False(Assert.Single(runs.Take()).Timer.IsPastDue);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_stop_a_timer_for_years()
    {
        using var folder = new TempFolder();
        await using (var before = await StartAsync(typeof(TimerProbes.Ticking), folder: folder))
        {
            await before.MoveClockAsync(1000 * Day);
        }

        File.Delete(folder.File("clock"));
        runs.Take();
        await using var host = await StartAsync(typeof(TimerProbes.Ticking), folder: folder);
        await host.MoveClockAsync(2 * Day);

        Assert.Single(runs.Take());
    }

    [Theory]
    [InlineData("2026-11-22T21:00:00Z")]
    [InlineData("yesterday\ntomorrow\ntoday\n")]
    [InlineData("")]
    public async Task A_memory_that_cannot_be_read_is_begun_anew(string status)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("timers"));
        folder.File("timers/Tick", status);

        await using var host = await StartAsync(typeof(TimerProbes.Ticking), folder: folder);
        await host.MoveClockAsync(2 * Day);

        Assert.Single(runs.Take());
    }

    [Fact]
    public async Task A_run_that_throws_is_logged_and_the_next_tick_goes_on()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Failing));

        await host.MoveClockAsync(Day);
        await host.MoveClockAsync(Day);

        Assert.Equal(2, runs.Take().Count);
        Assert.Equal(2, log.All.Count(line => line.Contains("Function Fail failed", StringComparison.Ordinal) && line.Contains("out of luck", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_on_demand_throws_what_the_function_throws()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Failing));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunAsync("fail", CancellationToken.None));

        Assert.Equal("out of luck", thrown.Message);
    }

    [Fact]
    public async Task A_run_on_demand_does_not_touch_the_schedule()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking));

        await host.RunAsync("Tick", CancellationToken.None);
        await host.RunAsync("Tick", CancellationToken.None);

        Assert.All(runs.Take(), run => Assert.Equal(default, run.Timer.ScheduleStatus!.Last));
    }

    [Fact]
    public async Task A_function_that_is_not_there_cannot_be_run()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Ticking));

        await Assert.ThrowsAsync<ArgumentException>(() => host.RunAsync("Tock", CancellationToken.None));
    }

    [Fact]
    public async Task A_function_has_one_run_at_a_time()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Slow));

        var all = Task.WhenAll(host.RunAsync("Slow", default), host.RunAsync("Slow", default), host.MoveClockAsync(2 * Day));
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        gate.Open.SetResult();
        await all;

        Assert.Equal(3, runs.Take().Count);
        Assert.False(gate.WasCrowded);
    }

    [Fact]
    public async Task A_run_is_told_when_the_host_stops()
    {
        var host = await StartAsync(typeof(TimerProbes.Slow));
        var running = host.RunAsync("Slow", CancellationToken.None);
        var token = await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await host.DisposeAsync();

        Assert.True(token.IsCancellationRequested);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_timer_without_a_monitor_is_told_no_status()
    {
        await using var host = await StartAsync(typeof(TimerProbes.Unmonitored));

        await host.MoveClockAsync(Day);

        Assert.Null(Assert.Single(runs.Take()).Timer.ScheduleStatus);
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_runs_on_startup()
    {
        await using var host = await StartAsync(typeof(TimerProbes.OnStart));

        Assert.False((await runs.NextAsync()).Timer.IsPastDue);
    }

    [Fact]
    public async Task Timers_that_are_turned_off_run_on_demand_only()
    {
        await using var host = await LocalHost.StartAsync(Options(typeof(TimerProbes.Ticking)) with { TimersRun = false }, CancellationToken.None);

        await host.MoveClockAsync(2 * Day);
        Assert.Empty(runs.Take());
        await host.RunAsync("Tick", CancellationToken.None);

        Assert.Single(runs.Take());
    }

    private LocalHostOptions Options(Type functions, string schedule = "1.00:00:00", TempFolder? folder = null) =>
        ProbeHost.Of(typeof(TimerProbes), log) with
        {
            Functions = type => type == functions,
            Settings = new Dictionary<string, string?> { ["Probe__Schedule"] = schedule },
            Compose = worker => worker.Services.AddSingleton(runs).AddSingleton(gate),
            DataDirectory = folder?.Path,
        };

    private Task<LocalHost> StartAsync(Type functions, string schedule = "1.00:00:00", TempFolder? folder = null) =>
        LocalHost.StartAsync(Options(functions, schedule, folder), CancellationToken.None);
}

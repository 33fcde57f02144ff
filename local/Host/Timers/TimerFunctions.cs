using LeadFunctions.Local.Clock;
using LeadFunctions.Local.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>All timer functions: their ticks while the host runs, and their runs on demand.</summary>
internal sealed partial class TimerFunctions(
    MovableClock clock,
    TimerMemory memory,
    IConfiguration settings,
    IServiceScopeFactory scopes,
    WorkerPipeline worker,
    IEnumerable<IClockStops> stops,
    ILogger<TimerFunction> logger) : IAsyncDisposable
{
    // A run that ignores its token is left behind: the process ends without it.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan ShortestWithStops = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestHop = TimeSpan.FromMinutes(15);

    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, TimerFunction> timers = new(StringComparer.OrdinalIgnoreCase);
    private Task[] ticking = [];

    /// <summary>Takes on the timers among the functions; they tick from <see cref="Start"/> on.</summary>
    /// <exception cref="LocalHostException">A schedule is missing or is none.</exception>
    public void Load(IEnumerable<FunctionMethod> functions)
    {
        var now = clock.GetUtcNow();
        foreach (var function in functions)
        {
            if (function.TriggerAs<TimerTriggerAttribute>() is { } trigger)
            {
                var schedule = TimerSchedule.Parse(function.Name, trigger.Schedule, settings);
                var ledger = new TimerLedger(function.Name, schedule, trigger.UseMonitor, memory, now);
                timers.Add(function.Name, new(function, worker, ledger, trigger.RunOnStartup, clock, scopes, logger));
            }
        }
    }

    /// <summary>Lets every timer tick, beginning with what was missed.</summary>
    public void Start() => ticking = [.. timers.Values.Select(timer => Task.Run(() => timer.TickAsync(stopping.Token)))];

    public bool Has(string name) => timers.ContainsKey(name);

    /// <summary>Runs a timer function now, to its end.</summary>
    /// <exception cref="ArgumentException">No timer function has the name.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        if (!timers.TryGetValue(name, out var timer))
        {
            throw new ArgumentException($"There is no timer function '{name}'.", nameof(name));
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Token);
        await timer.RunNowAsync(either.Token);
    }

    /// <summary>
    /// Moves the clock, and returns when each timer that fell due meanwhile has run once. On the way it stops where something is due by itself: what may
    /// leave in the mornings only would never do so if every move ended at night.
    /// </summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        var left = by;
        while (ticking.Length > 0 && await StopBeforeAsync(left) is { } stop)
        {
            left -= stop;
            await MoveOnAsync(stop);
        }

        await MoveOnAsync(left);
    }

    private async Task MoveOnAsync(TimeSpan by)
    {
        clock.Advance(by);
        if (ticking.Length > 0)
        {
            await Task.WhenAll(timers.Values.Select(timer => timer.RunIfDueAsync(stopping.Token)));
        }
    }

    /// <returns>How far it is to the next stop; null when there is none before the move ends. Short moves have none.</returns>
    private async Task<TimeSpan?> StopBeforeAsync(TimeSpan left)
    {
        var earliest = TimeSpan.MaxValue;
        foreach (var stop in left < ShortestWithStops ? [] : stops)
        {
            if (await stop.NextAsync(stopping.Token) is { } next && next - clock.GetUtcNow() is var far && far < earliest)
            {
                earliest = far;
            }
        }

        // What is overdue is tried again now and then, as while a provider is down, and must not hide what comes after it.
        var hop = earliest > TimeSpan.Zero ? earliest : ShortestWithStops;
        return hop < left ? hop < ShortestHop ? ShortestHop : hop : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        try
        {
            await Task.WhenAll([.. ticking, .. timers.Values.Select(timer => timer.FinishAsync())]).WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            LogLeftBehind();
            return;
        }

        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }

        stopping.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "A timer function did not end in time and is left behind.")]
    private partial void LogLeftBehind();
}

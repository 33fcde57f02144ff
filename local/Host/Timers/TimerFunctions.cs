using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>All timer functions: their ticks while the host runs, and their runs on demand.</summary>
internal sealed partial class TimerFunctions(MovableClock clock, ILogger<TimerFunctions> logger) : IAsyncDisposable
{
    // A run that ignores its token is left behind: the process ends without it.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource stopping = new();
    private IReadOnlyDictionary<string, TimerFunction> timers = new Dictionary<string, TimerFunction>();
    private Task[] ticking = [];
    private bool tick;

    /// <summary>Takes the functions on; they tick from <see cref="Start"/> on.</summary>
    public void Load(IEnumerable<TimerFunction> functions) =>
        timers = functions.ToDictionary(timer => timer.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets every timer tick, beginning with what was missed.</summary>
    public void Start()
    {
        tick = true;
        ticking = [.. timers.Values.Select(timer => Task.Run(() => TickAsync(timer, stopping.Token)))];
    }

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

    /// <summary>Runs a timer function without anyone waiting for it.</summary>
    public void RunInBackground(string name) => Task.Run(() => RunLoggedAsync(name));

    /// <summary>Moves the clock, and returns when each timer that fell due meanwhile has run once.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        clock.Advance(by);
        if (tick)
        {
            await Task.WhenAll(timers.Values.Select(timer => timer.RunIfDueAsync(stopping.Token)));
        }
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
            await Task.WhenAll([.. ticking, .. timers.Values.Select(timer => timer.FinishAsync(CancellationToken.None))]).WaitAsync(StopLimit);
            stopping.Dispose();
        }
        catch (TimeoutException)
        {
            LogLeftBehind();
        }
    }

    private static async Task TickAsync(TimerFunction timer, MovableClock clock, CancellationToken cancellationToken)
    {
        try
        {
            if (timer.RunsOnStart && timer.Next > clock.GetUtcNow())
            {
                await timer.RunOnStartAsync(cancellationToken);
            }

            while (true)
            {
                await clock.UntilAsync(timer.Next, cancellationToken);
                await timer.RunIfDueAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private Task TickAsync(TimerFunction timer, CancellationToken cancellationToken) => TickAsync(timer, clock, cancellationToken);

    private async Task RunLoggedAsync(string name)
    {
        try
        {
            await RunAsync(name, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Nobody waits for this run, so the log is the only one to tell.
            LogFailed(exception, name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Warning, "A timer function did not end in time and is left behind.")]
    private partial void LogLeftBehind();
}

using LeadFunctions.Local.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>One timer function: its schedule, what is remembered of it, and its runs, of which there is one at a time.</summary>
internal sealed partial class TimerFunction : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly FunctionMethod function;
    private readonly TimerSchedule schedule;
    private readonly TimerMemory memory;
    private readonly bool isMonitored;
    private readonly MovableClock clock;
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<TimerFunction> logger;
    private readonly DateTimeOffset loadedAt;
    private TimerStatus status;

    public TimerFunction(
        FunctionMethod function,
        TimerTriggerAttribute trigger,
        TimerSchedule schedule,
        TimerMemory memory,
        MovableClock clock,
        IServiceScopeFactory scopes,
        ILogger<TimerFunction> logger)
    {
        this.function = function;
        this.schedule = schedule;
        this.memory = memory;
        this.clock = clock;
        this.scopes = scopes;
        this.logger = logger;
        isMonitored = trigger.UseMonitor && !schedule.IsFrequent;
        RunsOnStart = trigger.RunOnStartup;
        loadedAt = clock.GetUtcNow();
        status = Recall() ?? Begin();
    }

    public string Name => function.Name;

    /// <summary>Whether each start of the host is a tick as well.</summary>
    public bool RunsOnStart { get; }

    /// <summary>The tick that it waits for.</summary>
    public DateTimeOffset Next => Volatile.Read(ref status).Next;

    /// <summary>Runs it now, out of turn: its schedule goes on as if nothing had been. Throws what the function throws.</summary>
    public async Task RunNowAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await RunAsync(isPastDue: false, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Runs it when its tick has come, however many ticks that makes up for, and sets the next one. What the function throws is logged.
    /// </summary>
    public async Task RunIfDueAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (Next > now)
            {
                return;
            }

            // Late is what the host was not there for, and what the clock was moved past.
            var isPastDue = Next <= loadedAt || Next <= clock.MovedTo;
            await TryRunAsync(isPastDue, cancellationToken);
            Remember(new TimerStatus(Last: now, schedule.After(now), LastUpdated: now));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs it because the host has started.</summary>
    public async Task RunOnStartAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            await TryRunAsync(isPastDue: false, cancellationToken);
            Remember(new TimerStatus(Last: now, schedule.After(now), LastUpdated: now));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Returns when no run is under way.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        turn.Release();
    }

    public void Dispose() => turn.Dispose();

    private async Task TryRunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(isPastDue, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(Name);
        }
        catch (Exception exception)
        {
            // The next tick is another chance: nothing that a function throws may stop its schedule.
            LogFailed(exception, Name);
        }
    }

    private async Task RunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var timer = new TimerInfo { ScheduleStatus = isMonitored ? status.ToScheduleStatus() : null, IsPastDue = isPastDue };
        await using var scope = scopes.CreateAsyncScope();
        await function.InvokeAsync(new LocalFunctionContext(function, scope.ServiceProvider, http: null, timer, cancellationToken));
    }

    private TimerStatus? Recall()
    {
        // A clock that was set back makes the memory worthless: its next tick could be years away.
        if (!isMonitored || memory.Recall(Name) is not { } kept || kept.LastUpdated > loadedAt)
        {
            return null;
        }

        var since = kept.Last == default ? kept.LastUpdated : kept.Last;
        if (schedule.After(since) == kept.Next)
        {
            return kept;
        }

        // The schedule was changed meanwhile: a tick that the new one would have had in the past is not made up for.
        var next = schedule.After(since);
        return new TimerStatus(default, next > loadedAt ? next : schedule.After(loadedAt), LastUpdated: loadedAt);
    }

    private TimerStatus Begin()
    {
        var first = new TimerStatus(default, schedule.After(loadedAt), default);
        if (isMonitored)
        {
            // With the moment it was reckoned from, so that a tick missed before any run is noticed after a restart.
            memory.Remember(Name, first with { LastUpdated = loadedAt });
        }

        return first;
    }

    private void Remember(TimerStatus now)
    {
        Volatile.Write(ref status, now);
        if (isMonitored)
        {
            memory.Remember(Name, now);
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed; its next tick goes on.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Information, "Function {Function} was stopped with the host.")]
    private partial void LogStopped(string function);
}

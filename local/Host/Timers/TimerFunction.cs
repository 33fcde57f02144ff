using LeadFunctions.Local.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>One timer function and its runs, of which there is one at a time.</summary>
internal sealed partial class TimerFunction(
    FunctionMethod function,
    WorkerPipeline worker,
    TimerLedger ledger,
    bool runsOnStart,
    MovableClock clock,
    IServiceScopeFactory scopes,
    ILogger<TimerFunction> logger) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public string Name => function.Name;

    /// <summary>Runs it at each of its ticks until cancelled, beginning with what was missed.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (runsOnStart && !ledger.WasMissed)
            {
                await InTurnAsync(() => TryRunAsync(isPastDue: false, cancellationToken), cancellationToken);
            }

            while (true)
            {
                await clock.UntilAsync(ledger.Next, cancellationToken);
                await RunIfDueAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops, and this was waiting for the next tick.
        }
    }

    /// <summary>Runs it now, out of turn: its schedule goes on as if nothing had been. Throws what the function throws.</summary>
    public Task RunNowAsync(CancellationToken cancellationToken) =>
        InTurnAsync(() => RunAsync(isPastDue: false, cancellationToken), cancellationToken);

    /// <summary>Runs it when its tick has come, however many ticks that makes up for. What the function throws is logged.</summary>
    public Task RunIfDueAsync(CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                if (ledger.Next <= clock.GetUtcNow())
                {
                    // Late is what no host was there for, and what the clock was moved past.
                    await TryRunAsync(isPastDue: ledger.WasMissed || ledger.Next <= clock.MovedTo, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Returns when no run is under way.</summary>
    public Task FinishAsync() => InTurnAsync(() => Task.CompletedTask, CancellationToken.None);

    public void Dispose() => turn.Dispose();

    private async Task InTurnAsync(Func<Task> run, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await run();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TryRunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        try
        {
            await RunAsync(isPastDue, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Not written down: the next host makes up for it.
            LogStopped(Name);
            return;
        }
        catch (Exception exception)
        {
            // The next tick is another chance: nothing that a function throws may stop its schedule.
            LogFailed(exception, Name);
        }

        ledger.Ran(began);
    }

    private async Task RunAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var timer = new TimerInfo { ScheduleStatus = ledger.Monitored?.ToScheduleStatus(), IsPastDue = isPastDue };
        await using var scope = scopes.CreateAsyncScope();
        await worker.InvokeAsync(new LocalFunctionContext(function, scope.ServiceProvider, http: null, timer, cancellationToken));
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed; its next tick goes on.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Information, "Function {Function} was stopped with the host.")]
    private partial void LogStopped(string function);
}

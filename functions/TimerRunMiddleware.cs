using LeadFunctions.Leads;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions;

/// <summary>
/// Every run of a timer's function is written down when it ends, for all instances to see: a timer that stands still shows by that. What cannot be
/// written down is no trouble of the run.
/// </summary>
public sealed partial class TimerRunMiddleware(TimeProvider clock, ILogger<TimerRunMiddleware> logger) : IFunctionsWorkerMiddleware
{
    // A run is not held up for longer, nor is the end of the process.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is null ? RecordedAsync(context, next) : next(context);

    private async Task RecordedAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var (begunAt, begun) = (clock.GetUtcNow(), clock.GetTimestamp());
        string? failure = null;
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            failure = exception.GetType().Name;
            throw;
        }
        finally
        {
            await TryRecordAsync(context.InstanceServices, new(context.FunctionDefinition.Name, begunAt, clock.GetElapsedTime(begun))
            {
                Failure = failure,
                SucceededAt = failure is null ? begunAt : null,
            });
        }
    }

    private async Task TryRecordAsync(IServiceProvider services, TimerRun run)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            // Made only here: a request needs neither.
            var sending = services.GetRequiredService<ISendingState>();
            var log = services.GetRequiredService<IUpkeepLog>();
            await log.RanAsync(run with { Pause = sending.Pause, AcceptedAt = sending.AcceptedAt }, patience.Token);
        }
        catch (Exception exception)
        {
            LogNotRecorded(exception, run.Function);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The run of {Function} could not be written down.")]
    private partial void LogNotRecorded(Exception exception, string function);
}

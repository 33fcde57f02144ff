using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Start;

/// <summary>
/// Starts a service of the background when nobody waits for the start any more, and the start is over; it, and all that it needs, is made only then. Whatever
/// stops a start has stopped it by then, and is told as such.
/// </summary>
internal sealed class AfterFirstAnswer<T>(IServiceProvider services, FirstAnswer first) : BackgroundService
    where T : class, IHostedService
{
    private T? service;

    /// <summary>Stops it as the host would.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await (service?.StopAsync(cancellationToken) ?? Task.CompletedTask);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await first.WaitAsync(stoppingToken);
            await StartIsOverAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        service = services.GetRequiredService<T>();
        await service.StartAsync(stoppingToken);

        // What it throws is the host's to judge, as if it had started it.
        await ((service as BackgroundService)?.ExecuteTask ?? Task.CompletedTask);
    }

    private async Task StartIsOverAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(over.SetResult);
        await over.Task.WaitAsync(cancellationToken);
    }
}

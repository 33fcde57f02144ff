using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Start;

/// <summary>What happens when every service has started and requests can come. The start is not over, and can still fail, before it has ended.</summary>
public abstract class AfterStart : IHostedLifecycleService
{
    /// <summary>One after the other, in the order in which they were added.</summary>
    public abstract Task StartedAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

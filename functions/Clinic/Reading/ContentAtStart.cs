using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Clinic;

/// <summary>
/// Content that cannot be used stops the start, instead of the first request that needs it. It is read beside the start of
/// everything else, and the start is not over before it has been read: whoever needs a part earlier waits for it.
/// </summary>
internal sealed class ContentAtStart(Content content) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => content.CheckAsync().WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

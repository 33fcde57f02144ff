using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Clinic;

/// <summary>
/// Content that cannot be used stops the start, instead of the first request that needs it. It is read beside the start of
/// everything else, and the start is not over before it has been read: whoever needs a part earlier waits for it.
/// </summary>
internal sealed class ContentAtStart(Lazy<Content> content) : IHostedLifecycleService
{
    private Task reading = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        reading = Task.Run(() => content.Value, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => reading.WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Clinic;

/// <summary>Content that cannot be used stops the start, instead of the first request that needs it.</summary>
/// <param name="content">Reading it is what this is for: it is made before anything starts.</param>
internal sealed class ContentAtStart(Content content) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

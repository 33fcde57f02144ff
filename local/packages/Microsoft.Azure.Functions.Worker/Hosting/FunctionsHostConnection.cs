using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>A worker runs at the side of a Functions host: these sources have none to speak to, and say where to go instead.</summary>
internal sealed class FunctionsHostConnection(IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException(configuration["functions-uri"] is null
            ? "Configuration is missing the 'HostEndpoint' information: a Functions host starts this worker, not a person. "
                + "To run the app on this machine, type ./run in the root of the repository."
            : "This worker was built without the published Functions packages and cannot speak to a Functions host. "
                + "Publish it with -p:AzurePackages=nuget, or type ./run to run the app on this machine.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Hosting;

namespace LeadFunctions.SignIn;

/// <summary>Looks at requests for links as long as the app runs.</summary>
public sealed class SignInMailing(WaitingSignIns queue, SignInMailHandler handler) : BackgroundService
{
    private const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (request, _) => await handler.HandleAsync(request));
}

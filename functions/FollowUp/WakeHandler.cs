using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Drains, and wakes beside it what other timers do: one of them that fails keeps nobody else from being served.</summary>
public sealed partial class WakeHandler(DrainHandler drain, IEnumerable<IWakeable> others, ILogger<WakeHandler> logger)
{
    /// <returns>How many pieces of due work went on.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var woken = Task.WhenAll(others.Select(other => WakeAsync(other, cancellationToken)));
        try
        {
            return await drain.HandleAsync(cancellationToken);
        }
        finally
        {
            await woken;
        }
    }

    private async Task WakeAsync(IWakeable other, CancellationToken cancellationToken)
    {
        try
        {
            await other.WakeAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, other.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Name} failed when it was woken from outside.")]
    private partial void LogFailed(Exception exception, string name);
}

using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>Writes down that a provider has told something, at most once a minute: where it falls silent, that shows. It holds up no post for long, and fails none.</summary>
public sealed partial class ProviderHeard(IUpkeepLog log, TimeProvider clock, ILogger<ProviderHeard> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> noted = [];

    /// <param name="provider">One of the names that <c>Email__Provider</c> may have.</param>
    public async Task NoteAsync(string provider)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (noted.TryGetValue(provider, out var last) && now < last + Between)
            {
                return;
            }

            noted[provider] = now;
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await log.HeardAsync(provider, now, patience.Token);
        }
        catch (Exception exception) when (exception is LeadStoreUnavailableException or OperationCanceledException)
        {
            LogNotNoted(exception, provider);
        }
    }

    [LoggerMessage(LogLevel.Warning, "That {Provider} has told something could not be written down.")]
    private partial void LogNotNoted(Exception exception, string provider);
}

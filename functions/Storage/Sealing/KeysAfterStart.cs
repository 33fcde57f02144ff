using LeadFunctions.Leads;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>Makes the keys ready soon after the start, while nobody waits for them, and says where there are none.</summary>
internal sealed partial class KeysAfterStart(ILeadSealing sealing, ILogger<KeysAfterStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sealing.IsOn)
        {
            LogPlain();
            return;
        }

        try
        {
            await sealing.PrepareAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whoever needs one tries again, and so does the next minute: nothing here may end the app.
            LogAway(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Names, addresses, numbers and messages are kept in the table as they are: set Encryption__Keys__0 to have them sealed.")]
    private partial void LogPlain();

    [LoggerMessage(LogLevel.Warning, "The keys of this month could not be made ready yet.")]
    private partial void LogAway(Exception exception);
}

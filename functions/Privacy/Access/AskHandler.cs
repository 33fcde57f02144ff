using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>
/// Puts on record that somebody asked for the link to what is held under an address: one write, the same for every address. Whether the address is
/// known is looked up later, when nobody waits and can measure it.
/// </summary>
public sealed partial class AskHandler(IPrivacyRequests requests, LeadKeys keys, TimeProvider clock, ILogger<AskHandler> logger)
{
    public async Task<AskResult> HandleAsync(string? address)
    {
        if (!EmailAddress.TryParse(address, out var email, out _))
        {
            return AskResult.Invalid;
        }

        try
        {
            await requests.AskAsync(keys.Contact(email, phone: null), clock.GetUtcNow(), CancellationToken.None);
            return AskResult.Asked;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return AskResult.Unavailable;
        }
    }

    [LoggerMessage(LogLevel.Error, "A request for a privacy link could not be stored.")]
    private partial void LogUnavailable(Exception exception);
}

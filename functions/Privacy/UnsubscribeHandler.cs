using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>Remembers that a person said stop. From then on nothing is claimed for them; only a mail already under way can still come.</summary>
public sealed partial class UnsubscribeHandler(IPersonStore people, LeadLinks links, TimeProvider clock, ILogger<UnsubscribeHandler> logger)
{
    public bool IsKnown(string token) => links.ReadUnsubscribe(token) is not null;

    /// <param name="token">The token of the link.</param>
    /// <param name="source">Whether it was the page's button or the mail program's.</param>
    public async Task<UnsubscribeResult> HandleAsync(string token, ConsentSource source)
    {
        if (links.ReadUnsubscribe(token) is not { } contact)
        {
            return UnsubscribeResult.NotFound;
        }

        try
        {
            // Under the store's own deadline: a mail program that hangs up after its click has still clicked.
            var now = clock.GetUtcNow();
            await people.ChangeAsync(contact, known => ContactChange.Stop(known, new(SuppressionReason.Unsubscribed, now), source), now, CancellationToken.None);
            LogUnsubscribed(contact);
            return UnsubscribeResult.Done;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return UnsubscribeResult.Unavailable;
        }
    }

    [LoggerMessage(LogLevel.Information, "Contact {Contact} unsubscribed.")]
    private partial void LogUnsubscribed(ContactKey contact);

    [LoggerMessage(LogLevel.Error, "An unsubscribe could not be stored.")]
    private partial void LogUnavailable(Exception exception);
}

using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>
/// Sees to it that nobody is written to any more who cannot be reached, or does not want to be. Only for mail to visitors: an alert that
/// bounces says something of staff, and nothing of the person it is about.
/// </summary>
public sealed partial class EventSuppressions(ILeadStore leads, ILogger<EventSuppressions> logger)
{
    private const int ContactsAtOnce = 8;

    /// <summary>Durable when it returns. Idempotent and in any order.</summary>
    /// <exception cref="LeadStoreUnavailableException">Storage is away; some may have been suppressed.</exception>
    public Task ApplyAsync(IEnumerable<MailEvent> events) => Parallel.ForEachAsync(
        events
            .Where(happened => happened.Mail.Track == Track.Visitor && EventNames.SuppressionOf(happened) is not null)
            .GroupBy(happened => (happened.Mail.Lead, happened.Recipient)),
        new ParallelOptions { MaxDegreeOfParallelism = ContactsAtOnce },
        async (person, _) => await SuppressAsync(person.Key.Lead, person.Key.Recipient, [.. person.Select(ToSuppression)]));

    private async Task SuppressAsync(LeadId lead, ContactKey? recipient, IReadOnlyCollection<Suppression> suppressions)
    {
        if (await ContactOfAsync(lead, recipient) is not { } contact)
        {
            LogNobody(lead);
            return;
        }

        await leads.SuppressAsync(contact, suppressions, CancellationToken.None);
        LogSuppressed(contact, suppressions.Min(suppression => suppression.Reason));
    }

    // The address names the contact, and spares the way over the lead. The provider may write it otherwise than we do; then the lead
    // knows. And where the lead has been erased, whoever it was said so all the same.
    private async Task<ContactKey?> ContactOfAsync(LeadId lead, ContactKey? recipient)
    {
        if (recipient is { } named && await leads.FindContactAsync(named, CancellationToken.None) is not null)
        {
            return named;
        }

        return (await leads.FindByIdAsync(lead, CancellationToken.None))?.Contact ?? recipient;
    }

    private static Suppression ToSuppression(MailEvent happened) => new(EventNames.SuppressionOf(happened)!.Value, happened.At);

    [LoggerMessage(LogLevel.Information, "Contact {Contact} is not written to any more: {Reason}.")]
    private partial void LogSuppressed(ContactKey contact, SuppressionReason reason);

    [LoggerMessage(LogLevel.Error, "An event says that somebody is not to be written to, and neither its recipient nor lead {Lead} is known.")]
    private partial void LogNobody(LeadId lead);
}

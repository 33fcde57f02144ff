using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>
/// Erases all that is held of a person, in the table of leads and in the table of events. Whatever cuts it short, it can be asked again, and goes on
/// where it was.
/// </summary>
public sealed partial class Eraser(IErasureStore store, IEventStore events, TimeProvider clock, ILogger<Eraser> logger)
{
    /// <remarks>Not cancelled half-way: each step is short, and what was begun is better ended.</remarks>
    /// <exception cref="LeadStoreUnavailableException">Storage is away; what was begun is gone on with when it is back.</exception>
    public async Task EraseAsync(ContactKey contact)
    {
        bool isMore;
        do
        {
            var erasure = await store.BeginAsync(contact, clock.GetUtcNow(), CancellationToken.None);
            foreach (var lead in erasure.Leads)
            {
                await RemoveAsync(contact, lead);
            }

            await store.FinishAsync(erasure, CancellationToken.None);
            isMore = erasure.IsCut;
        }
        while (isMore);

        LogErased(contact);
    }

    /// <summary>Erases one lead and the evidence of its mails, evidence first: the lead still leads to it when this is cut short.</summary>
    public async Task RemoveAsync(ContactKey contact, LeadHandle lead)
    {
        await events.ForgetAsync(lead.Id, clock.GetUtcNow(), CancellationToken.None);
        await store.RemoveAsync(contact, lead, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Information, "Contact {Contact} was erased.")]
    private partial void LogErased(ContactKey contact);
}

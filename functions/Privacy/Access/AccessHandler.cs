using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>What a person may see and do with the link to what is held of them.</summary>
public sealed partial class AccessHandler(
    IPersonStore people,
    IEventStore events,
    Eraser eraser,
    WishRules rules,
    LeadLinks links,
    TimeProvider clock,
    ILogger<AccessHandler> logger)
{
    /// <summary>Changes nothing.</summary>
    public Task<AccessResult> FindAsync(string token) => RunAsync(token, _ => Task.CompletedTask);

    /// <summary>Takes one consent back.</summary>
    public Task<AccessResult> RevokeAsync(string token, ConsentChannel channel) => RunAsync(token, async key =>
    {
        if (await people.FindAsync(key, CancellationToken.None) is { } person)
        {
            var now = clock.GetUtcNow();
            await people.ChangeAsync(key, contact => rules.Revoke(person, contact, channel, now), now, CancellationToken.None);
            LogRevoked(key, channel);
        }
    });

    /// <summary>Erases everything.</summary>
    public async Task<AccessResult> EraseAsync(string token) =>
        await RunAsync(token, eraser.EraseAsync) is var result and (AccessResult.NotFound or AccessResult.Unavailable) ? result : new AccessResult.Erased();

    private async Task<AccessResult> RunAsync(string token, Func<ContactKey, Task> act)
    {
        if (links.ReadPrivacy(token) is not { } key)
        {
            return new AccessResult.NotFound();
        }

        try
        {
            await act(key);
            return await people.FindAsync(key, CancellationToken.None) is { Contact.ErasingAt: null } person && (person.Leads.Count > 0 || person.Receipts.Count > 0)
                ? new AccessResult.Shown(person, await MailsAsync(person))
                : new AccessResult.Nothing();
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception, key);
            return new AccessResult.Unavailable();
        }
    }

    private async Task<IReadOnlyDictionary<SendKey, MailEvidence>> MailsAsync(Person person)
    {
        var evidence = new Dictionary<SendKey, MailEvidence>();
        foreach (var lead in person.Leads)
        {
            foreach (var mail in MailEvidence.ByMail(await events.OfLeadAsync(lead.Id, CancellationToken.None).ToListAsync()))
            {
                evidence[mail.Mail] = mail;
            }
        }

        return evidence;
    }

    [LoggerMessage(LogLevel.Information, "Contact {Contact} took back their consent to {Channel}.")]
    private partial void LogRevoked(ContactKey contact, ConsentChannel channel);

    [LoggerMessage(LogLevel.Error, "What is held of contact {Contact} could not be read or changed.")]
    private partial void LogUnavailable(Exception exception, ContactKey contact);
}

using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>Shows a person what they chose, and keeps what they choose. It takes the token with which they can stop all mail.</summary>
public sealed partial class PreferencesHandler(IPersonStore people, LeadLinks links, WishRules rules, TimeProvider clock, ILogger<PreferencesHandler> logger)
{
    /// <summary>Changes nothing.</summary>
    public Task<PreferencesResult> FindAsync(string token) => ChangeAsync(token, decide: null);

    public Task<PreferencesResult> SaveAsync(string token, Wish wish) =>
        ChangeAsync(token, (person, contact, now) => rules.Save(person, contact, wish, now));

    public Task<PreferencesResult> ResubscribeAsync(string token) =>
        ChangeAsync(token, (_, contact, now) => rules.Resubscribe(contact, now));

    private async Task<PreferencesResult> ChangeAsync(string token, Func<Person, Contact, DateTimeOffset, ContactChange?>? decide)
    {
        if (links.ReadUnsubscribe(token) is not { } key)
        {
            return new PreferencesResult.NotFound();
        }

        try
        {
            var person = await people.FindAsync(key, CancellationToken.None);
            if (person is null || person.Contact.ErasingAt is not null)
            {
                return new PreferencesResult.Nobody();
            }

            if (decide is null)
            {
                return new PreferencesResult.Known(person);
            }

            var now = clock.GetUtcNow();
            await people.ChangeAsync(key, contact => decide(person, contact, now), now, CancellationToken.None);
            LogChanged(key);
            return await people.FindAsync(key, CancellationToken.None) is { } after ? new PreferencesResult.Known(after) : new PreferencesResult.Nobody();
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return new PreferencesResult.Unavailable();
        }
    }

    [LoggerMessage(LogLevel.Information, "Contact {Contact} changed their preferences.")]
    private partial void LogChanged(ContactKey contact);

    [LoggerMessage(LogLevel.Error, "Preferences could not be read or stored.")]
    private partial void LogUnavailable(Exception exception);
}

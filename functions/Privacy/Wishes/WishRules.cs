using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>What a person's word changes, and the receipts that it leaves. Pure: the same facts give the same change.</summary>
public sealed class WishRules(ClinicProfile clinic)
{
    /// <summary>A pause is a month: thirty days, whatever the month.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(30);

    /// <summary>The channels that a person is asked about: articles if they ever agreed to some, the phone if they gave a number.</summary>
    public static IEnumerable<ConsentChannel> Offered(Person person)
    {
        if (person.LastOf(ConsentChannel.Articles) is not null)
        {
            yield return ConsentChannel.Articles;
        }

        if (person.Leads.Any(lead => lead.Phone is not null))
        {
            yield return ConsentChannel.Calls;
            yield return ConsentChannel.Texts;
        }
    }

    /// <summary>The wording that people are shown now.</summary>
    public ConsentWording WordingOf(ConsentChannel channel) => TextOf(channel).Current;

    /// <summary>All wordings of a channel.</summary>
    public ConsentText TextOf(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Articles => clinic.Consents.Articles,
        ConsentChannel.Calls => clinic.Consents.Calls,
        ConsentChannel.Texts => clinic.Consents.Texts,
        ConsentChannel.Email => clinic.Consents.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, message: null),
    };

    /// <returns>Null when it is all so already.</returns>
    public ContactChange? Save(Person person, Contact contact, Wish wish, DateTimeOffset now)
    {
        var changed = Offered(person).Where(channel => person.Agrees(channel) != wish.Agreed.Contains(channel)).ToList();
        var after = changed.Contains(ConsentChannel.Articles)
            ? contact with { ArticlesRevokedAt = wish.Agreed.Contains(ConsentChannel.Articles) ? null : now }
            : contact;
        after = (wish.IsPaused, IsPaused(contact, now)) switch
        {
            (true, false) => after with { PausedUntil = now + Pause },
            (false, true) => after with { PausedUntil = null },
            _ => after,
        };
        if (wish.Language is { } language && language != (contact.Language?.Language ?? (person.Leads is [var newest, ..] ? newest.Language : null)))
        {
            after = after with { Language = new(language, now) };
        }

        return after == contact && changed.Count == 0 ? null : new(
            after,
            [.. changed.Select(channel => Said(channel, wish.Agreed.Contains(channel), now, ConsentSource.Preferences))]);
    }

    /// <summary>Takes one consent back.</summary>
    /// <returns>Null when it is not given.</returns>
    public ContactChange? Revoke(Person person, Contact contact, ConsentChannel channel, DateTimeOffset now)
    {
        if (channel == ConsentChannel.Email || !person.Agrees(channel))
        {
            return null;
        }

        return new(
            channel == ConsentChannel.Articles ? contact with { ArticlesRevokedAt = now } : contact,
            Said(channel, isAgreed: false, now, ConsentSource.PrivacyPage));
    }

    /// <summary>Lets mail come again. A mailbox that does not exist is not brought back by a word.</summary>
    /// <returns>Null when nothing was stopped.</returns>
    public ContactChange? Resubscribe(Contact contact, DateTimeOffset now) => (contact.UnsubscribedAt ?? contact.ComplainedAt) is null ? null : new(
        contact with { UnsubscribedAt = null, ComplainedAt = null, ResubscribedAt = now },
        Said(ConsentChannel.Email, isAgreed: true, now, ConsentSource.Preferences));

    /// <summary>Whether a pause goes on.</summary>
    public static bool IsPaused(Contact contact, DateTimeOffset now) => now < contact.PausedUntil;

    private ConsentReceipt Said(ConsentChannel channel, bool isAgreed, DateTimeOffset now, ConsentSource source) =>
        new(channel, isAgreed, isAgreed ? WordingOf(channel).Version : null, now, source);
}

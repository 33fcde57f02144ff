using System.Runtime.CompilerServices;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Support;

/// <summary>People's rights, kept in the same memory.</summary>
internal sealed partial class InMemoryLeadStore : IPersonStore, IErasureStore, IPrivacyRequests, ISuppressionList
{
    private readonly List<(ContactKey Contact, ConsentReceipt Receipt)> receipts = [];
    private readonly Dictionary<ContactKey, Erasure> erasures = [];
    private readonly Dictionary<ContactKey, PrivacyRequest> requests = [];

    /// <summary>Comes before each step of an erasure; throwing there is a crash.</summary>
    public Action BeforeErasing { get; set; } = () => { };

    public IReadOnlyList<ConsentReceipt> Receipts => [.. receipts.Select(kept => kept.Receipt)];

    public IReadOnlyCollection<PrivacyRequest> Requests => requests.Values;

    /// <summary>Whether anything is left of a person but why they are not written to.</summary>
    public bool IsForgotten(ContactKey key) =>
        leads.Values.All(lead => lead.Contact != key)
        && submissions.Keys.All(submission => submission.Item1 != key)
        && due.Values.All(work => work.Contact != key)
        && receipts.TrueForAll(kept => kept.Contact != key)
        && !erasures.ContainsKey(key)
        && !requests.ContainsKey(key)
        && (contacts.GetValueOrDefault(key) is not { } contact || contact == Suppressed(contact) with { ArticlesSent = contact.ArticlesSent });

    public IServiceCollection AddRights(IServiceCollection services) => services
        .AddSingleton<IPersonStore>(this)
        .AddSingleton<IErasureStore>(this)
        .AddSingleton<IPrivacyRequests>(this)
        .AddSingleton<ISuppressionList>(this);

    public Task<Person?> FindAsync(ContactKey key, CancellationToken cancellationToken) => Locked(() =>
    {
        var theirs = leads.Values.Where(lead => lead.Contact == key).OrderByDescending(lead => lead.CapturedAt).ToList();
        return contacts.GetValueOrDefault(key) is null && theirs.Count == 0 ? null : new Person(
            ContactOrNew(key),
            theirs,
            [.. sends.Values.Where(send => theirs.Exists(lead => lead.Id == send.Key.Lead)).OrderBy(send => send.At)],
            [.. receipts.Where(kept => kept.Contact == key).Select(kept => kept.Receipt).OrderBy(receipt => receipt.At)]);
    });

    public Task ChangeAsync(ContactKey key, Func<Contact, ContactChange?> decide, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
    {
        var before = ContactOrNew(key);
        if (decide(before) is not { } change)
        {
            return false;
        }

        contacts[key] = change.Contact with { Version = NewVersion() };
        Outbox.Note(OutboxNote.Of(before, change.Contact));
        receipts.AddRange(change.Receipts.Select(receipt => (key, receipt)));
        if (before.PausedUntil is { } until && change.Contact.PausedUntil is null)
        {
            foreach (var work in due.Values.Where(work => work.Contact == key && work.DueAt == until).ToList())
            {
                due.Remove(PlaceOf(work));
                Put(work with { DueAt = now });
            }
        }

        return true;
    });

    public Task<Erasure> BeginAsync(ContactKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        BeforeErasing();
        return Locked(() =>
        {
            var there = submissions.Where(submission => submission.Key.Item1 == key).Select(submission => submission.Value.Id).ToHashSet();
            if (!erasures.TryGetValue(key, out var begun))
            {
                begun = new(key, [.. leads.Keys.Where(lead => there.Contains(lead.Id))], now, IsCut: false);
                erasures[key] = begun;
                contacts[key] = Suppressed(ContactOrNew(key)) with { ErasingAt = now, Version = NewVersion() };
            }

            return begun with { Leads = [.. begun.Leads.Where(lead => there.Contains(lead.Id))] };
        });
    }

    public Task RemoveAsync(ContactKey key, LeadHandle lead, CancellationToken cancellationToken)
    {
        BeforeErasing();
        return Locked(() =>
        {
            foreach (var work in due.Values.Where(work => work.Key.Lead == lead.Id).ToList())
            {
                due.Remove(PlaceOf(work));
            }

            foreach (var send in sends.Keys.Where(send => send.Lead == lead.Id).ToList())
            {
                sends.Remove(send);
            }

            foreach (var letter in deadLetters.Keys.Where(letter => letter.Lead == lead.Id).ToList())
            {
                deadLetters.Remove(letter);
                told.Remove(letter);
            }

            foreach (var submission in submissions.Where(submission => submission.Value.Id == lead.Id).Select(submission => submission.Key).ToList())
            {
                submissions.Remove(submission);
            }

            awaitingDigest.Remove(lead);
            return leads.Remove(lead);
        });
    }

    public Task FinishAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        BeforeErasing();
        return Locked(() =>
        {
            if (!erasures.Remove(erasure.Contact))
            {
                return false;
            }

            requests.Remove(erasure.Contact);
            receipts.RemoveAll(kept => kept.Contact == erasure.Contact && kept.Receipt.At <= erasure.BeganAt);
            Leave(ContactOrNew(erasure.Contact) with { ErasingAt = null });
            return true;
        });
    }

    public Task ForgetIfIdleAsync(ContactKey key, CancellationToken cancellationToken) => Locked(() =>
    {
        if (submissions.Keys.Any(submission => submission.Item1 == key) || erasures.ContainsKey(key))
        {
            return false;
        }

        requests.Remove(key);
        receipts.RemoveAll(kept => kept.Contact == key);
        Leave(Suppressed(ContactOrNew(key)));
        return true;
    });

    public async IAsyncEnumerable<ContactKey> BegunAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in await Locked(() => erasures.Keys.Where(key => key.Shard == shard).ToList()))
        {
            yield return key;
        }
    }

    public async IAsyncEnumerable<Lead> CapturedBeforeAsync(Shard shard, DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lead in await Locked(() => leads.Values.Where(lead => lead.Id.Shard == shard && lead.CapturedAt < time).OrderByDescending(lead => lead.CapturedAt).ToList()))
        {
            yield return lead;
        }
    }

    public Task AskAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
        requests[contact] = (requests.GetValueOrDefault(contact) ?? new() { Contact = contact, AskedAt = now }) with { AskedAt = now, Version = NewVersion() });

    public async IAsyncEnumerable<PrivacyRequest> AllAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var request in await Locked(() => requests.Values.Where(request => request.Contact.Shard == shard).ToList()))
        {
            yield return request;
        }
    }

    public Task<PrivacyRequest?> TryUpdateAsync(PrivacyRequest request, CancellationToken cancellationToken) => Locked(() =>
        requests.GetValueOrDefault(request.Contact)?.Version != request.Version ? null
            : requests[request.Contact] = request with { Version = NewVersion() });

    public Task RemoveAsync(PrivacyRequest request, CancellationToken cancellationToken) => Locked(() =>
        requests.GetValueOrDefault(request.Contact)?.Version == request.Version && requests.Remove(request.Contact));

    async IAsyncEnumerable<(ContactKey Contact, Suppression Suppression)> ISuppressionList.AllAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var contact in await Locked(() => contacts.Values.Where(contact => contact.Key.Shard == shard).ToList()))
        {
            foreach (var suppression in contact.Suppressions)
            {
                yield return (contact.Key, suppression);
            }
        }
    }

    private static Contact Suppressed(Contact contact) => new()
    {
        Key = contact.Key,
        LatestLead = default,
        UnsubscribedAt = contact.UnsubscribedAt,
        BouncedAt = contact.BouncedAt,
        ComplainedAt = contact.ComplainedAt,
        Version = contact.Version,
    };

    private void Leave(Contact contact)
    {
        if (contact == Suppressed(contact) with { ArticlesSent = contact.ArticlesSent } && !contact.IsSuppressed)
        {
            contacts.Remove(contact.Key);
        }
        else
        {
            contacts[contact.Key] = contact with { Version = NewVersion() };
        }
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="ILeadStore"/> in memory; held to them by the same tests as the real one.</summary>
internal sealed partial class InMemoryLeadStore : ILeadStore, ILeadBatches
{
    private readonly Lock gate = new();
    private readonly Dictionary<LeadHandle, Lead> leads = [];
    private readonly Dictionary<ContactKey, Contact> contacts = [];
    private readonly Dictionary<(ContactKey, string), (LeadId Id, string Fingerprint)> submissions = [];
    private readonly SortedDictionary<(DateTimeOffset, string), DueWork> due = [];
    private readonly Dictionary<SendKey, SendRecord> sends = [];
    private readonly Dictionary<SendKey, string> deadLetters = [];
    private readonly HashSet<SendKey> told = [];
    private readonly HashSet<LeadHandle> awaitingDigest = [];
    private readonly Dictionary<DateOnly, DateTimeOffset> digests = [];
    private int version;

    /// <summary>Set to make every call fail as if storage were away.</summary>
    public bool IsAway { get; set; }

    /// <summary>Set to commit the next move and lose its answer.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Set to fail the next move as if storage were away, without committing it.</summary>
    public bool RefusesNextMove { get; set; }

    /// <summary>Comes after each committed move: what happens before its answer arrives.</summary>
    public Action AfterMove { get; set; } = () => { };

    /// <summary>What happened here and is not in the figures yet.</summary>
    public InMemoryOutbox Outbox => field ??= new(this);

    /// <summary>What is due by the minute.</summary>
    public IReadOnlyList<DueWork> Due => [.. due.Values.Where(work => work.Key.Track != Track.Promise)];

    /// <summary>The clocks of promises.</summary>
    public IReadOnlyList<DueWork> Promises => [.. due.Values.Where(work => work.Key.Track == Track.Promise)];

    public IReadOnlyDictionary<SendKey, SendRecord> Sends => sends;

    public IReadOnlyDictionary<SendKey, string> DeadLetters => deadLetters;

    public IReadOnlyCollection<Lead> Leads => leads.Values;

    /// <summary>Changes a lead, or removes it, as staff and erasures do.</summary>
    public void Put(LeadHandle handle, Lead? lead)
    {
        lock (gate)
        {
            leads.Remove(handle);
            if (lead is not null)
            {
                leads[handle] = lead;
            }
        }
    }

    /// <summary>Loses the row of a contact, as no store should.</summary>
    public void Forget(ContactKey contact) => contacts.Remove(contact);

    public Task<CaptureOutcome> CaptureAsync(NewLead lead, CancellationToken cancellationToken) => Locked<CaptureOutcome>(() =>
    {
        if (submissions.TryGetValue((lead.Lead.Contact, lead.Submission), out var before))
        {
            return before.Fingerprint == lead.Fingerprint ? new CaptureOutcome.Repeated(before.Id) : new CaptureOutcome.Conflicting();
        }

        while (leads.Keys.Any(handle => handle.Id == lead.Lead.Id))
        {
            lead = lead.WithOtherId();
        }

        submissions[(lead.Lead.Contact, lead.Submission)] = (lead.Lead.Id, lead.Fingerprint);
        leads[lead.Lead.Handle] = lead.Lead;
        awaitingDigest.Add(lead.Lead.Handle);
        Begin(lead.Lead);
        if (lead.StoredLateAt is { } now)
        {
            Outbox.Note([OutboxNote.Captured(lead.Lead, now)]);
        }

        return new CaptureOutcome.Stored(lead.Lead.Id);
    });

    public Task<Lead?> ReleaseAsync(LeadHandle handle, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
    {
        if (leads.GetValueOrDefault(handle) is not { Quarantined: true } held)
        {
            return leads.GetValueOrDefault(handle);
        }

        var released = leads[handle] = held.Release(now);
        awaitingDigest.Add(handle);
        Begin(released);
        Outbox.Note([OutboxNote.Captured(released, now)]);
        return released;
    });

    public async IAsyncEnumerable<DueWork> DueAsync(Shard shard, DateTimeOffset now, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        MostRead = Math.Max(MostRead, limit);
        foreach (var work in await Locked(() => due.Values
            .Where(work => work.Shard == shard && work.DueAt <= now && work.Key.Track != Track.Promise)
            .OrderByDescending(work => work.IsUrgent)
            .Take(limit)
            .ToList()))
        {
            yield return work;
        }
    }

    public Task<DateTimeOffset?> EarliestDueAsync(Shard shard, CancellationToken cancellationToken) =>
        Locked(() => due.Values.FirstOrDefault(work => work.Shard == shard && work.Key.Track != Track.Promise)?.DueAt);

    public async IAsyncEnumerable<DueWork> PromisesAsync(Shard shard, DateTimeOffset now, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var work in await Locked(() => due.Values
            .Where(work => work.Shard == shard && work.DueAt <= now && work.Key.Track == Track.Promise)
            .Take(limit)
            .ToList()))
        {
            yield return work;
        }
    }

    public Task<Lead?> FindAsync(LeadHandle handle, CancellationToken cancellationToken) => Locked(() => leads.GetValueOrDefault(handle));

    public Task<Lead?> FindByIdAsync(LeadId id, CancellationToken cancellationToken) => Locked(() => leads.Values.SingleOrDefault(lead => lead.Id == id));

    public Task<Contact?> FindContactAsync(ContactKey key, CancellationToken cancellationToken) => Locked(() => contacts.GetValueOrDefault(key));

    public Task<SendRecord?> FindSendAsync(ContactKey contact, SendKey key, CancellationToken cancellationToken) => Locked(() => sends.GetValueOrDefault(key));

    public async Task<MoveOutcome> TryMoveAsync(Move move, CancellationToken cancellationToken)
    {
        if (RefusesNextMove)
        {
            RefusesNextMove = false;
            throw new LeadStoreUnavailableException();
        }

        var outcome = await Locked(() => TryMove(move));
        AfterMove();
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            throw new LeadStoreUnavailableException();
        }

        return outcome;
    }

    public Task SuppressAsync(ContactKey contact, IReadOnlyCollection<Suppression> suppressions, CancellationToken cancellationToken) => Locked(() =>
    {
        var before = ContactOrNew(contact);
        var after = suppressions.Aggregate(before, (known, suppression) => known.With(suppression));
        contacts[contact] = after == before ? before : after with { Version = NewVersion() };
        Outbox.Note(OutboxNote.Of(before, after));
        return true;
    });

    public Task ReleaseArticlesAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken) => Locked(() =>
    {
        if (contacts.GetValueOrDefault(contact) is not { AreArticlesHeld: true } person)
        {
            return false;
        }

        contacts[contact] = person with { AreArticlesHeld = false, Version = NewVersion() };
        foreach (var work in due.Values.Where(work => work.IsHeld && work.Contact == contact).ToList())
        {
            due.Remove(PlaceOf(work));
            Put(work with { DueAt = now });
        }

        return true;
    });

    public async IAsyncEnumerable<SendKey> DeadLettersAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in await Locked(() => deadLetters.Keys.Except(told).Where(key => key.Lead.Shard == shard).ToList()))
        {
            yield return key;
        }
    }

    public Task ToldAsync(IReadOnlyCollection<SendKey> deadLetters, CancellationToken cancellationToken) => Locked(() =>
    {
        told.UnionWith(deadLetters.Where(this.deadLetters.ContainsKey));
        return true;
    });

    public async IAsyncEnumerable<LeadHandle> AwaitingDigestAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var handle in await Locked(() => awaitingDigest.Where(handle => handle.Id.Shard == shard).ToList()))
        {
            yield return handle;
        }
    }

    public Task DigestedAsync(IReadOnlyCollection<LeadHandle> leads, CancellationToken cancellationToken) => Locked(() =>
    {
        awaitingDigest.ExceptWith(leads);
        return true;
    });

    public Task<bool> TryClaimDigestAsync(DateOnly date, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => Locked(() =>
    {
        if (digests.TryGetValue(date, out var claimed) && now < claimed)
        {
            return false;
        }

        digests[date] = until;
        return true;
    });

    public Task FinishDigestAsync(DateOnly date, CancellationToken cancellationToken) => Locked(() => digests[date] = DateTimeOffset.MaxValue);

    private void Begin(Lead lead)
    {
        if (!lead.Quarantined)
        {
            var contact = ContactOrNew(lead.Contact);
            contacts[lead.Contact] = contact with
            {
                LatestLead = lead.Consent.Articles ? lead.Id : contact.LatestLead,
                AreArticlesHeld = contact.AreArticlesHeld || lead.IsUrgent,
                Version = NewVersion(),
            };
        }

        foreach (var work in lead.FirstWork())
        {
            Put(work);
        }
    }

    private MoveOutcome TryMove(Move move)
    {
        Check(move);
        if (!due.TryGetValue(PlaceOf(move.From), out var there) || there.Version != move.From.Version
            || (move.Next is { } taken && due.ContainsKey(PlaceOf(taken)))
            || (move.Contact is { } claimed && contacts.GetValueOrDefault(claimed.Key)?.Version != claimed.Version))
        {
            return MoveOutcome.Lost.Instance;
        }

        due.Remove(PlaceOf(move.From));
        if (move.Contact is { } contact)
        {
            contacts[contact.Key] = contact with { Version = NewVersion() };
        }

        if (move.Begins is { } first)
        {
            due.Remove(PlaceOf(first));
            Put(first);
        }

        if (move.Record is { } record)
        {
            sends[record.Key] = record;
        }

        if (move.DeadLetter is { } reason)
        {
            deadLetters[move.From.Key] = reason;
        }

        Outbox.Note(OutboxNote.Of(move));
        return new MoveOutcome.Committed(move.Next is { } next ? Put(next) : null);
    }

    private static void Check(Move move)
    {
        if (move.Next is { } same && PlaceOf(same) == PlaceOf(move.From))
        {
            throw new InvalidOperationException("Work must move to another time.");
        }
    }

    private DueWork Put(DueWork work)
    {
        var stored = work with { Version = NewVersion() };
        due.Add(PlaceOf(stored), stored);
        return stored;
    }

    private static (DateTimeOffset, string) PlaceOf(DueWork work) => (work.DueAt, work.Key.ToString());

    private Contact ContactOrNew(ContactKey key) => contacts.GetValueOrDefault(key) ?? new() { Key = key, LatestLead = default };

    private string NewVersion() => (++version).ToString(CultureInfo.InvariantCulture);

    private Task<T> Locked<T>(Func<T> action)
    {
        if (IsAway)
        {
            return Task.FromException<T>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            return Task.FromResult(action());
        }
    }
}

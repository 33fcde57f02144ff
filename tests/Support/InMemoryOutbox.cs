using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="IOutbox"/> in memory, beside the leads that it tells of.</summary>
internal sealed class InMemoryOutbox(InMemoryLeadStore store) : IOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<(OutboxKind, LeadHandle?, ContactKey?, int, DateTimeOffset?), OutboxNote> notes = [];
    private int version;

    /// <summary>Writes notes, as the store does when it commits what they tell.</summary>
    public void Note(IEnumerable<OutboxNote> noted)
    {
        lock (gate)
        {
            foreach (var note in noted)
            {
                notes[PlaceOf(note)] = note with { Version = (++version).ToString(CultureInfo.InvariantCulture) };
            }
        }
    }

    public async IAsyncEnumerable<OutboxNote> WaitingAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var note in await AllAsync(() => notes.Values.Where(note => (note.Lead?.Id.Shard ?? note.Contact!.Value.Shard) == shard)))
        {
            yield return note;
        }
    }

    public Task DoneAsync(IReadOnlyCollection<OutboxNote> notes, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var note in notes.Where(note => this.notes.GetValueOrDefault(PlaceOf(note))?.Version == note.Version))
            {
                this.notes.Remove(PlaceOf(note));
            }
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<LeadHandle> CapturedAsync(Shard shard, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lead in await AllAsync(() => store.Leads.Where(lead => lead.Id.Shard == shard && lead.CapturedAt >= from).OrderByDescending(lead => lead.CapturedAt)))
        {
            yield return lead.Handle;
        }
    }

    public async IAsyncEnumerable<LeadHandle> OfContactAsync(ContactKey contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lead in await AllAsync(() => store.Leads.Where(lead => lead.Contact == contact)))
        {
            yield return lead.Handle;
        }
    }

    private static (OutboxKind, LeadHandle?, ContactKey?, int, DateTimeOffset?) PlaceOf(OutboxNote note) =>
        (note.Kind, note.Lead, note.Contact, note.Step, note.Kind == OutboxKind.StatusChanged ? note.At : null);

    private Task<List<T>> AllAsync<T>(Func<IEnumerable<T>> all)
    {
        if (store.IsAway)
        {
            return Task.FromException<List<T>>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            return Task.FromResult(all().ToList());
        }
    }
}

using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>The rows of leads looked through and put right, in the same memory. References are no rows here: none is ever missing.</summary>
internal sealed partial class InMemoryLeadStore : IScrubStore
{
    /// <summary>Comes between reading a lead again and its repair: what somebody else does meanwhile.</summary>
    public Action BeforeRepair { get; set; } = () => { };

    /// <summary>Loses work, as no store should.</summary>
    public void LoseWork(SendKey key)
    {
        lock (gate)
        {
            due.Remove(PlaceOf(due.Values.Single(work => work.Key == key)));
        }
    }

    /// <summary>Brings work back that was done, as a copy can that was made while it moved.</summary>
    public void BringBack(DueWork work)
    {
        lock (gate)
        {
            Put(work);
        }
    }

    public Task<ShardBooks> ReadAsync(Shard shard, CancellationToken cancellationToken) => Locked(() => new ShardBooks(
        [.. leads.Values.Select(lead => lead.Id).Concat(due.Values.Select(work => work.Key.Lead)).Distinct().Where(lead => lead.Shard == shard).Select(BookOf)],
        []));

    public Task<LeadBook> ReadAgainAsync(LeadBook book, CancellationToken cancellationToken) => Locked(() => BookOf(book.Id));

    public Task<bool> TryRepairAsync(LeadBook book, ScrubRepair repair, CancellationToken cancellationToken)
    {
        BeforeRepair();
        return Locked(() => TryRepair(book, repair));
    }

    private bool TryRepair(LeadBook book, ScrubRepair repair)
    {
        switch (repair)
        {
            case ScrubRepair.AddWork { Work: var work }
                when leads.GetValueOrDefault(work.Lead) == book.Lead
                    && (work.Key.Track != Track.Visitor || contacts.GetValueOrDefault(work.Contact)?.Version == book.Contact?.Version)
                    && !due.ContainsKey(PlaceOf(work)):
                Put(work);
                return true;
            case ScrubRepair.RemoveWork { Work: var work } when due.GetValueOrDefault(PlaceOf(work))?.Version == work.Version:
                return due.Remove(PlaceOf(work));
            case ScrubRepair.AddContact when !contacts.ContainsKey(book.Lead!.Contact):
                contacts[book.Lead.Contact] = ContactOrNew(book.Lead.Contact) with { LatestLead = book.Lead.Id, AreArticlesHeld = book.Lead.IsUrgent, Version = NewVersion() };
                return true;
            case ScrubRepair.RemoveAll:
                book.Due.ToList().ForEach(work => due.Remove(PlaceOf(work)));
                return true;
            default:
                return false;
        }
    }

    private LeadBook BookOf(LeadId id)
    {
        var lead = leads.Values.SingleOrDefault(lead => lead.Id == id);
        var work = due.Values.Where(work => work.Key.Lead == id).ToList();
        var person = lead?.Contact ?? work.Select(each => (ContactKey?)each.Contact).FirstOrDefault();
        return new()
        {
            Id = id,
            Lead = lead,
            Version = "",
            Contact = person is { } key ? contacts.GetValueOrDefault(key) : null,
            SubmissionsOfPerson = submissions.Keys.Count(submission => submission.Item1 == person),
            HasSubmission = submissions.Values.Any(submission => submission.Id == id),
            HasReference = lead is not null,
            Due = work,
            Sends = [.. sends.Values.Where(send => send.Key.Lead == id)],
            Letters = [.. deadLetters.Keys.Where(letter => letter.Lead == id)],
        };
    }
}

using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Reads what must be known to decide about some work of one shard.</summary>
public sealed class WorkReading(ILeadBatches batches)
{
    public async Task<WorkFacts> ReadAsync(IReadOnlyList<DueWork> some, CancellationToken cancellationToken)
    {
        var shard = some[0].Shard;
        var leads = batches.FindAsync(shard, [.. some.Select(work => work.Lead)], cancellationToken);

        // Mail to staff is decided without the visitor's contact.
        ContactKey[] people = [.. some.Where(work => work.Key.Track == Track.Visitor).Select(work => work.Contact)];
        var contacts = batches.FindContactsAsync(shard, people, cancellationToken);
        await Task.WhenAll(leads, contacts);
        return new(await leads, await contacts);
    }
}

/// <summary>The leads and contacts of some work, as they were read.</summary>
public sealed class WorkFacts(IReadOnlyDictionary<LeadHandle, Lead> leads, IReadOnlyDictionary<ContactKey, Contact> contacts)
{
    public Lead? LeadOf(DueWork work) => leads.GetValueOrDefault(work.Lead);

    public Contact? ContactOf(DueWork work) => contacts.GetValueOrDefault(work.Contact);
}

using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Reads what must be known to decide about some work of one shard.</summary>
public sealed class WorkReading(ILeadBatches batches)
{
    public async Task<WorkFacts> ReadAsync(IReadOnlyList<DueWork> some, CancellationToken cancellationToken)
    {
        var shard = some[0].Shard;

        // Mail to staff is decided without the visitor's contact.
        ContactKey[] people = [.. some.Where(work => work.Key.Track == Track.Visitor).Select(work => work.Contact)];

        // The people before the leads: what is decided holds only for this version of a person, so staff who let a follow-up go on in between
        // are not overlooked.
        var contacts = await batches.FindContactsAsync(shard, people, cancellationToken);
        var leads = await batches.FindAsync(shard, [.. some.Select(work => work.Lead)], cancellationToken);
        return new(leads, contacts);
    }
}

/// <summary>The leads and contacts of some work, as they were read.</summary>
public sealed class WorkFacts(IReadOnlyDictionary<LeadHandle, Lead> leads, IReadOnlyDictionary<ContactKey, Contact> contacts)
{
    public Lead? LeadOf(DueWork work) => leads.GetValueOrDefault(work.Lead);

    public Contact? ContactOf(DueWork work) => contacts.GetValueOrDefault(work.Contact);
}

namespace LeadFunctions.Leads;

/// <summary>
/// What each lead adds to the figures, by the quarter of an hour in which it happened, and the facts from which that is worked out. Whatever
/// order things are told and counted in, and by however many at once, the counts are those of all that is known. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface ILeadCounts
{
    /// <summary>Keeps what is known of a lead. The first word on the capture and on each mail holds; the time of saying stop is the newest told.</summary>
    Task KeepAsync(LeadId lead, LeadFacts facts, CancellationToken cancellationToken);

    /// <summary>Forgets that the person said stop with this lead: it turned out to belong to another of theirs. Idempotent.</summary>
    Task WithdrawUnsubscribeAsync(LeadId lead, CancellationToken cancellationToken);

    /// <summary>What is known of a lead; empty when nothing is.</summary>
    Task<LeadFacts> FactsAsync(LeadId lead, CancellationToken cancellationToken);

    /// <summary>
    /// Counts a lead anew, from its facts and its evidence: what it adds now takes the place of what it added before, and the hours in which
    /// that makes a difference are marked.
    /// </summary>
    /// <returns>Whether anything was different.</returns>
    Task<bool> CountAsync(LeadId lead, CancellationToken cancellationToken);

    /// <summary>The same without trusting what is remembered of the last count: each row is read and compared.</summary>
    Task<bool> RecountAsync(LeadId lead, CancellationToken cancellationToken);

    /// <summary>Leads of a shard of which facts are kept, in the order of their ids, after <paramref name="after"/>.</summary>
    IAsyncEnumerable<LeadId> LeadsAsync(Shard shard, LeadId? after, CancellationToken cancellationToken);

    /// <summary>Hours in which evidence was kept, and of whose leads not all have been counted since.</summary>
    IAsyncEnumerable<HourMark> HoursWithNewEvidenceAsync(CancellationToken cancellationToken);

    /// <summary>The leads of an hour have been counted. An hour that was marked again stays marked. Idempotent.</summary>
    Task CountedAsync(HourMark hour, CancellationToken cancellationToken);
}

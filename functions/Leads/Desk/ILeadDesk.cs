namespace LeadFunctions.Leads;

/// <summary>
/// Leads as staff work with them. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in
/// time. Whoever shows a lead to somebody says so with <see cref="ViewedAsync"/> first.
/// </summary>
public interface ILeadDesk
{
    /// <summary>A page of the list, newest first. Every lead that stays as it is comes on exactly one page, however many come meanwhile.</summary>
    /// <param name="filter">Which leads.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<LeadPage> ListAsync(LeadFilter filter, LeadCursor? after, int limit, CancellationToken cancellationToken);

    /// <summary>The first page of each of several lists, in their order: the same as <see cref="ListAsync"/> gives for each, for fewer requests.</summary>
    Task<IReadOnlyList<LeadPage>> FirstPagesAsync(IReadOnlyList<WantedPage> wanted, CancellationToken cancellationToken);

    /// <summary>The whole list, newest first, read as it is wanted.</summary>
    IAsyncEnumerable<Lead> AllAsync(LeadFilter filter, LeadCursor? after, CancellationToken cancellationToken);

    /// <returns>All that is known of a lead, or null when there is none.</returns>
    Task<LeadFile?> FindAsync(LeadId id, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a lead, with its timeline and all that follows from the change, in one transaction or not at all. The same order twice is carried
    /// out once, and so is one whose answer was lost on the way.
    /// </summary>
    Task<ChangeOutcome> ChangeAsync(LeadId id, StaffOrder order, CancellationToken cancellationToken);

    /// <summary>Mails that were given up and that nobody has decided about, those that were given up first first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<IReadOnlyList<GivenUpMail>> GivenUpAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Remembers that somebody looked at a lead. The lead itself does not change.</summary>
    Task ViewedAsync(LeadId id, StaffActor by, DateTimeOffset at, CancellationToken cancellationToken);
}

namespace LeadFunctions.Leads;

/// <summary>
/// What became of the requests of a stretch of time. Each part is read from rows of its own kind, so that one that is missing somewhere shows.
/// </summary>
public sealed record LeadLedger
{
    /// <summary>Submissions that were acknowledged, by the leads that they became.</summary>
    public required IReadOnlyCollection<LeadId> Received { get; init; }

    /// <summary>The leads that are stored.</summary>
    public required IReadOnlyCollection<Lead> Stored { get; init; }

    /// <summary>Leads of which staff were alerted: the provider took the mail.</summary>
    public required IReadOnlyCollection<LeadId> Alerted { get; init; }

    /// <summary>Leads whose visitor has had a mail, or has one to come, or was decided about.</summary>
    public required IReadOnlyCollection<LeadId> InFollowUp { get; init; }

    /// <summary>Held back: nothing is mailed, and staff are told in the digest.</summary>
    public int HeldBack => Stored.Count(lead => lead.Quarantined);

    /// <summary>Without an address: there is nobody to write to.</summary>
    public int WithoutAddress => Stored.Count(lead => !lead.Quarantined && lead.Email is null);

    /// <summary>Acknowledged, and not there.</summary>
    public IReadOnlyList<LeadId> Lost => [.. Received.Except(Ids)];

    /// <summary>There, and never acknowledged.</summary>
    public IReadOnlyList<LeadId> Unaccounted => [.. Ids.Except(Received)];

    /// <summary>There, not held back, and staff were not alerted.</summary>
    public IReadOnlyList<LeadId> NotAlerted => [.. Stored.Where(lead => !lead.Quarantined).Select(lead => lead.Id).Except(Alerted)];

    /// <summary>There, not held back, with an address, and nobody has written or will.</summary>
    public IReadOnlyList<LeadId> NotInFollowUp => [.. Stored.Where(lead => !lead.Quarantined && lead.Email is not null).Select(lead => lead.Id).Except(InFollowUp)];

    private IEnumerable<LeadId> Ids => Stored.Select(lead => lead.Id);
}

/// <summary>
/// Keeps the books of leads. Throws <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface ILeadLedger
{
    /// <param name="from">Captured then or later (UTC).</param>
    /// <param name="before">Captured before (UTC).</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    Task<LeadLedger> ReadAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken);
}

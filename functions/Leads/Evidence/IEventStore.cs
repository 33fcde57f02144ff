namespace LeadFunctions.Leads;

/// <summary>
/// Where evidence is kept: what came of each mail. Keeping is idempotent and commutes: the same events in another order, in other
/// batches or again leave the same state. Methods throw <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or
/// does not answer in time.
/// </summary>
public interface IEventStore
{
    /// <summary>Keeps events; durable when it returns. <see cref="ReportedUntilAsync"/> follows only after all of them are.</summary>
    Task KeepAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken);

    /// <summary>Keeps events of mail that is not ours, apart from all else.</summary>
    Task KeepOthersAsync(IReadOnlyCollection<OtherMailEvent> events, CancellationToken cancellationToken);

    /// <summary>The evidence of one mail, in the order in which it happened.</summary>
    IAsyncEnumerable<MailEvent> OfMailAsync(SendKey mail, CancellationToken cancellationToken);

    /// <summary>The evidence of all mails of one lead, mail by mail, each in the order in which it happened.</summary>
    IAsyncEnumerable<MailEvent> OfLeadAsync(LeadId lead, CancellationToken cancellationToken);

    /// <summary>All that happened in one hour, mail by mail.</summary>
    /// <param name="hour">Any instant of it.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<MailEvent> OfHourAsync(DateTimeOffset hour, CancellationToken cancellationToken);

    /// <summary>The hours in which something happened, from the one of <paramref name="from"/> on, in order.</summary>
    IAsyncEnumerable<EventHour> HoursAsync(DateTimeOffset from, CancellationToken cancellationToken);

    /// <returns>How many events of mail that is not ours happened in one hour.</returns>
    Task<int> CountOthersAsync(DateTimeOffset hour, CancellationToken cancellationToken);

    /// <summary>
    /// The latest time (UTC) at which a mail of ours was processed as the provider has told us: it has had the chance to tell of every
    /// mail that it took before. Never goes back. Null while it has told of none.
    /// </summary>
    Task<DateTimeOffset?> ReportedUntilAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the evidence of all mails of a lead, keeps none that is told later, and deletes all that is known of it for the figures; what it
    /// has added to them stays, as numbers that belong to nobody. Idempotent, and may be asked for again after it was cut short.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="now">When it is erased (UTC).</param>
    /// <param name="cancellationToken">Ends it half-way.</param>
    Task ForgetAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellationToken);
}

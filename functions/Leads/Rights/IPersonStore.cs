namespace LeadFunctions.Leads;

/// <summary>
/// What is held of one person, and their own word about it. Methods throw <see cref="LeadStoreUnavailableException"/> when the store
/// cannot be reached or does not answer in time.
/// </summary>
public interface IPersonStore
{
    /// <returns>All that is held, or null when nothing is.</returns>
    Task<Person?> FindAsync(ContactKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a contact, and keeps the receipts with it, in one transaction. A claim decided before fails from now on. Whoever changes the
    /// contact meanwhile makes it be decided again. When a pause ends early, the work that waited for its end is due at <paramref name="now"/>.
    /// </summary>
    /// <param name="key">Who.</param>
    /// <param name="decide">From the contact as it is, pure; null when there is nothing to change.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the wait, not what was committed.</param>
    Task ChangeAsync(ContactKey key, Func<Contact, ContactChange?> decide, DateTimeOffset now, CancellationToken cancellationToken);
}

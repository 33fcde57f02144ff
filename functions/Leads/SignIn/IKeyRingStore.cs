namespace LeadFunctions.Leads;

/// <summary>
/// Keeps the keys that protect sessions, so that all instances of the app share them. What it is given is sealed already. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IKeyRingStore
{
    /// <returns>Every element that was added, in the order of their names.</returns>
    Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds an element; one with the same name is replaced.</summary>
    /// <param name="name">Letters, digits and hyphens.</param>
    /// <param name="element">Its text, at most 32,000 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(string name, string element, CancellationToken cancellationToken);
}

namespace LeadFunctions.Leads;

/// <summary>Which leads there are: of one that is not there, nothing is kept that is told late.</summary>
public interface IStoredLeads
{
    /// <exception cref="LeadStoreUnavailableException">The store cannot be reached.</exception>
    Task<bool> IsStoredAsync(LeadId lead, CancellationToken cancellationToken);
}

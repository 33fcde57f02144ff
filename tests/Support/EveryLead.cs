using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>All leads are there but those that a test took away.</summary>
internal sealed class EveryLead : IStoredLeads
{
    public HashSet<LeadId> Gone { get; } = [];

    public Task<bool> IsStoredAsync(LeadId lead, CancellationToken cancellationToken) => Task.FromResult(!Gone.Contains(lead));
}

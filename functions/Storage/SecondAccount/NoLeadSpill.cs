using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>There is no second account.</summary>
internal sealed class NoLeadSpill : ILeadSpill
{
    public bool IsSetUp => false;

    public Task<CaptureOutcome> KeepAsync(NewLead lead, CancellationToken cancellationToken) =>
        throw new LeadStoreUnavailableException("There is no second account to keep a lead in.");

    public IAsyncEnumerable<SpilledLead> WaitingAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<SpilledLead>();

    public Task DoneAsync(SpilledLead lead, CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace LeadFunctions.Leads;

/// <summary>
/// Where new leads wait in another account while the store of leads is away. What was acknowledged is durable there, too, and nobody but the app
/// can read it. Methods throw <see cref="LeadStoreUnavailableException"/> when there is no such place, or it is away as well.
/// </summary>
public interface ILeadSpill
{
    /// <summary>Whether there is such a place.</summary>
    bool IsSetUp { get; }

    /// <summary>Keeps a lead until the store takes it. The same submission twice is kept once.</summary>
    Task<CaptureOutcome> KeepAsync(NewLead lead, CancellationToken cancellationToken);

    /// <summary>The leads that wait, in no particular order. One that cannot be read, as where its key is missing, is left where it is and not among them.</summary>
    IAsyncEnumerable<SpilledLead> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>The store has the lead. Idempotent.</summary>
    Task DoneAsync(SpilledLead lead, CancellationToken cancellationToken);
}

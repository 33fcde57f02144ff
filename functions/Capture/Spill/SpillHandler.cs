using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Capture;

/// <summary>
/// Gives the store the leads that were kept elsewhere while it was away. A tick has no meaning of its own: two may overlap, and one that is cut short
/// is gone on with by the next, since a lead leaves its place only when the store has it, and the store takes each submission once.
/// </summary>
public sealed partial class SpillHandler(ILeadSpill spill, ILeadStore leads, LeadKeys keys, TimeProvider clock, ILogger<SpillHandler> logger) : IWakeable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            await foreach (var waiting in spill.WaitingAsync(both.Token))
            {
                await StoreAsync(waiting.Lead with { StoredLateAt = clock.GetUtcNow() }, both.Token);
                await spill.DoneAsync(waiting, both.Token);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStillAway(exception);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The next tick goes on.
        }
    }

    public Task WakeAsync(CancellationToken cancellationToken) => HandleAsync(cancellationToken);

    private async Task StoreAsync(NewLead lead, CancellationToken cancellationToken)
    {
        switch (await leads.CaptureAsync(lead, cancellationToken))
        {
            case CaptureOutcome.Stored stored:
                LogStored(stored.Id);
                NoteOther(lead.Lead.Id, stored.Id);
                break;
            case CaptureOutcome.Repeated repeated:
                NoteOther(lead.Lead.Id, repeated.Id);
                break;
            case CaptureOutcome.Conflicting:
                // The store had this submission with another content before it went away, and could not say so then. Whoever wrote was told that it
                // was received: it is a request of its own.
                await StoreAsync(lead with { Submission = keys.Submission(lead.Submission) }, cancellationToken);
                break;
        }
    }

    private void NoteOther(LeadId told, LeadId stored)
    {
        if (told != stored)
        {
            LogOther(told, stored);
        }
    }

    [LoggerMessage(LogLevel.Information, "Stored lead {Lead}, which had come while storage was away.")]
    private partial void LogStored(LeadId lead);

    [LoggerMessage(LogLevel.Warning, "The lead that was acknowledged as {Told} is stored as {Stored}.")]
    private partial void LogOther(LeadId told, LeadId stored);

    [LoggerMessage(LogLevel.Warning, "Leads wait in the second account: storage is away.")]
    private partial void LogStillAway(Exception exception);
}

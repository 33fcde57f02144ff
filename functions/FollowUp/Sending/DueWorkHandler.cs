using System.Diagnostics;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Takes one piece of due work as far as it goes now. Several may try the same work at once: one succeeds, the others notice.</summary>
public sealed partial class DueWorkHandler(
    ILeadStore leads,
    VisitorRules rules,
    MailPosting posting,
    SendJudge judge,
    TimeProvider clock,
    ILogger<DueWorkHandler> logger)
{
    /// <summary>Never throws for a reason that lies in the work or in storage: the next drain finds it again.</summary>
    public async Task<WorkOutcome> HandleAsync(DueWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await TryGoOnAsync(work, cancellationToken) ? WorkOutcome.Moved : WorkOutcome.Unchanged;
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStoreAway(exception, work.Key);
            return WorkOutcome.StoreAway;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One bad lead must not stop the others; after a few failures staff see it.
            LogFailed(exception, work.Key);
            await PutAsideAsync(work, cancellationToken);
        }

        return WorkOutcome.Unchanged;
    }

    private async Task<bool> TryGoOnAsync(DueWork work, CancellationToken cancellationToken)
    {
        // The person before the lead: what is decided holds only for this version of the person, so staff who let the lead's follow-up go on
        // in between are not overlooked.
        var contact = work.Key.Track == Track.Visitor ? await leads.FindContactAsync(work.Contact, cancellationToken) : null;
        if (await leads.FindAsync(work.Lead, cancellationToken) is not { } lead)
        {
            // Erased meanwhile.
            return await leads.TryMoveAsync(new(work), cancellationToken) is MoveOutcome.Committed;
        }

        if (work.State != DueState.Due && await judge.TryJudgeAsync(work, lead, cancellationToken))
        {
            return true;
        }

        return Decide(work, lead, contact) switch
        {
            Decision.Send send => await posting.TryPostAsync(work, send, cancellationToken),
            Decision.Pass pass => await leads.TryMoveAsync(pass.Move, cancellationToken) is MoveOutcome.Committed,
            _ => throw new UnreachableException(),
        };
    }

    private Decision Decide(DueWork work, Lead lead, Contact? contact) => work.Key.Track == Track.Alert
        ? new Decision.Send(work, lead, Contact: null, [])
        : rules.Decide(work, lead, contact ?? throw new InvalidOperationException($"Lead {work.Key.Lead} has no contact."), clock.GetUtcNow());

    // Only work that certainly was not posted is put aside like this; the rest is for the judgement of its claim.
    private async Task PutAsideAsync(DueWork work, CancellationToken cancellationToken)
    {
        try
        {
            await leads.TryMoveAsync(SendProtocol.Failed(work, clock.GetUtcNow()), cancellationToken);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStoreAway(exception, work.Key);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage was away while {Work} was under way; it comes up again.")]
    private partial void LogStoreAway(Exception exception, SendKey work);

    [LoggerMessage(LogLevel.Error, "{Work} failed.")]
    private partial void LogFailed(Exception exception, SendKey work);
}

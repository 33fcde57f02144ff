using System.Diagnostics;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Takes one piece of due work as far as it goes now. Several may try the same work at once: one succeeds, the others notice.</summary>
public sealed partial class DueWorkHandler(
    ILeadStore leads,
    VisitorRules rules,
    StepFactsReader facts,
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
        if (await leads.FindAsync(work.Lead, cancellationToken) is not { } lead)
        {
            // Erased meanwhile.
            return await leads.TryMoveAsync(new(work), cancellationToken) is MoveOutcome.Committed;
        }

        if (work.State != DueState.Due && await judge.TryJudgeAsync(work, lead, cancellationToken))
        {
            return true;
        }

        return await DecideAsync(work, lead, cancellationToken) switch
        {
            Decision.Send send => await posting.TryPostAsync(work, send, cancellationToken),
            Decision.Pass pass => await leads.TryMoveAsync(pass.Move, cancellationToken) is MoveOutcome.Committed,
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Decision> DecideAsync(DueWork work, Lead lead, CancellationToken cancellationToken)
    {
        if (work.Key.Track == Track.Alert)
        {
            return new Decision.Send(work, lead, Contact: null, []);
        }

        // Before the contact, whose version the claim names: what is decided on must be read last.
        var known = await facts.ReadAsync(work, lead, cancellationToken);
        var contact = await leads.FindContactAsync(work.Contact, cancellationToken)
            ?? throw new InvalidOperationException($"Lead {work.Key.Lead} has no contact.");
        return rules.Decide(work, lead, contact, clock.GetUtcNow(), known);
    }

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

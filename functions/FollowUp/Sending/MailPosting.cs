using System.Diagnostics;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Claims the work of some mails, posts them, and has the answers recorded.</summary>
public sealed partial class MailPosting(
    FollowUpMails mails, MailClaims claims, MailDelivery delivery, SendJudge judge, SendPace pace, ILogger<MailPosting> logger)
{
    /// <summary>Made before it is claimed: what cannot be made has certainly not been posted.</summary>
    public async Task<PreparedMail> PrepareAsync(DueWork due, Decision.Send send) => new(due, send, await mails.ComposeAsync(send));

    /// <param name="prepared">Of one shard.</param>
    /// <param name="cancellationToken">Ends what is not yet posted.</param>
    /// <returns>How far each of them came, in the same order.</returns>
    public async Task<IReadOnlyList<WorkOutcome>> PostAsync(IReadOnlyList<PreparedMail> prepared, CancellationToken cancellationToken)
    {
        if (prepared.Count == 0)
        {
            return [];
        }

        var claimed = await claims.ClaimAsync(prepared, cancellationToken);
        var outcomes = await Task.WhenAll(claimed.Select(claim => PostAsync(claim, cancellationToken)));
        return [.. outcomes, .. Enumerable.Repeat(WorkOutcome.Unchanged, prepared.Count - claimed.Count)];
    }

    private async Task<WorkOutcome> PostAsync(MailClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            switch (claim.Outcome)
            {
                case MoveOutcome.Committed { Next: { } claimed }:
                    return await PostAsync(claim, claimed, cancellationToken) ? WorkOutcome.GoesOn : WorkOutcome.Moved;
                case MoveOutcome.Unanswered unanswered:
                    claims.End(claim);
                    judge.NotPosted(claim.Asked);
                    LogStoreAway(unanswered.Cause, claim.Asked.Key);
                    return WorkOutcome.StoreAway;
                case MoveOutcome.Lost:
                    claims.End(claim);
                    return WorkOutcome.Unchanged;
                default:
                    throw new UnreachableException();
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogStoreAway(exception, claim.Asked.Key);
            return WorkOutcome.StoreAway;
        }
        catch (Exception exception)
        {
            // It is claimed, so whatever became of it is judged when the claim ends.
            LogFailed(exception, claim.Asked.Key);
            return WorkOutcome.Unchanged;
        }
        finally
        {
            pace.Claims.Leave(1);
        }
    }

    /// <returns>Whether what follows is due already.</returns>
    private async Task<bool> PostAsync(MailClaim claim, DueWork claimed, CancellationToken cancellationToken)
    {
        if (await delivery.TrySendAsync(claim, cancellationToken) is not { } outcome)
        {
            await judge.GiveBackAsync(claimed);
            return false;
        }

        return await judge.RecordAsync(claimed, claim.Mail.Send.Lead, outcome);
    }

    [LoggerMessage(LogLevel.Warning, "Storage was away while {Work} was under way; it comes up again.")]
    private partial void LogStoreAway(Exception exception, SendKey work);

    [LoggerMessage(LogLevel.Error, "{Work} failed after it was claimed.")]
    private partial void LogFailed(Exception exception, SendKey work);
}

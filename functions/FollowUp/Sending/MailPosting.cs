using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Claims work, posts its mail, and has the answer recorded. The claim is one transaction: of two who try, or of a claim and an
/// unsubscribe, one comes second and does nothing.
/// </summary>
public sealed class MailPosting(
    ILeadStore leads,
    FollowUpMails mails,
    IEmailSender email,
    SendBreaker breaker,
    SendJudge judge,
    TimeProvider clock)
{
    /// <returns>False when nothing was changed.</returns>
    public async Task<bool> TryPostAsync(DueWork due, Decision.Send send, CancellationToken cancellationToken)
    {
        if (breaker.TryEnter() is not { } pass)
        {
            return false;
        }

        SendOutcome? outcome = null;
        try
        {
            // Made before it is claimed: what cannot be made has certainly not been posted.
            var message = await mails.ComposeAsync(send);
            var begun = clock.GetTimestamp();
            if (await TryClaimAsync(due, send, cancellationToken) is not { } claimed)
            {
                return false;
            }

            if (clock.GetElapsedTime(begun) > SendProtocol.ClaimToPost)
            {
                await judge.GiveBackAsync(claimed);
                return true;
            }

            // From here on nothing is cancelled: half a post is worse than a slow stop, and the sender has its own deadline.
            outcome = await email.SendAsync(message, CancellationToken.None);
            await judge.RecordAsync(claimed, send.Lead, outcome);
            return true;
        }
        finally
        {
            breaker.Leave(pass, outcome);
        }
    }

    // Not cancelled half-way either: a claim without its post would look like a post without its answer.
    private async Task<DueWork?> TryClaimAsync(DueWork due, Decision.Send send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var claimed = SendProtocol.Claimed(send.Work, clock.GetUtcNow());
        try
        {
            var outcome = await leads.TryMoveAsync(new(due) { Next = claimed, Contact = send.Contact }, CancellationToken.None);
            return outcome is MoveOutcome.Committed committed ? committed.Next : null;
        }
        catch (LeadStoreUnavailableException)
        {
            judge.NotPosted(claimed);
            throw;
        }
    }
}

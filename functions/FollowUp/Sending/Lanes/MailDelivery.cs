using LeadFunctions.Email;

namespace LeadFunctions.FollowUp;

/// <summary>Posts claimed mails, only so many at once.</summary>
public sealed class MailDelivery(IEmailSender email, SendBreaker breaker, SendPace pace, TimeProvider clock)
{
    /// <summary>Waits for its turn, and posts the mail if it is not too late then.</summary>
    /// <param name="claim">Committed. This ends it.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn.</param>
    /// <returns>
    /// The provider's answer. Null when nothing was posted: the claim had become too old, or the provider unwell, or it is time to stop.
    /// </returns>
    public async Task<SendOutcome?> TrySendAsync(MailClaim claim, CancellationToken cancellationToken)
    {
        SendOutcome? outcome = null;
        var isIn = await TryEnterAsync(claim.Mail.Precedence, cancellationToken);
        try
        {
            if (isIn && clock.GetElapsedTime(claim.Begun) <= SendProtocol.ClaimToPost && breaker.Holds(claim.Pass))
            {
                // From here on nothing is cancelled: half a post is worse than a slow stop, and the sender has its own deadline.
                var posted = clock.GetTimestamp();
                outcome = await email.SendAsync(claim.Mail.Message, CancellationToken.None);
                pace.Answered(posted);
            }

            return outcome;
        }
        finally
        {
            // In this order, so that the next in turn knows how this one went.
            breaker.Leave(claim.Pass, outcome);
            pace.Posts.Leave(isIn ? 1 : 0);
        }
    }

    private async Task<bool> TryEnterAsync(Precedence precedence, CancellationToken cancellationToken)
    {
        try
        {
            await pace.Posts.EnterAsync(1, precedence, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

namespace LeadFunctions.Email;

/// <summary>Tells afterwards what became of a mail whose answer was lost. Not every provider can.</summary>
public interface IEmailOutcomeSource
{
    /// <param name="sendId">The <see cref="EmailMessage.SendId"/> of the sending.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>
    /// <see cref="SendOutcome.Accepted"/> when the provider has the mail; <see cref="SendOutcome.Refused"/> when it has certainly never
    /// taken it; <see cref="SendOutcome.RefusedForGood"/> when it took the mail and gave it up; otherwise
    /// <see cref="SendOutcome.Unknown"/>, also when it cannot be asked. Trouble is an outcome, never an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<SendOutcome> AskAsync(string sendId, CancellationToken cancellationToken);
}

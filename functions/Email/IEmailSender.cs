namespace LeadFunctions.Email;

/// <summary>Hands one mail to the provider that delivers it.</summary>
public interface IEmailSender
{
    /// <summary>
    /// Hands <paramref name="message"/> over once: it is never tried again in here, because a provider without an idempotency key
    /// would deliver it twice. Answers within the configured timeout.
    /// </summary>
    /// <returns>What is known of the mail afterwards; trouble with the provider or the network is an outcome, never an exception.</returns>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled before anything was sent. Once the request is under way, cancelling it is
    /// <see cref="SendOutcome.Unknown"/>.
    /// </exception>
    Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken);
}

namespace LeadFunctions.Email;

/// <summary>
/// What is known of a mail after it was handed to the provider. Reasons are for logs and staff: they hold status codes and field names,
/// never an address or a text of the mail.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider took the mail. It may still bounce: events say so later.</summary>
    /// <param name="MessageId">The provider's name for the mail; null when it gave none.</param>
    public sealed record Accepted(string? MessageId) : SendOutcome;

    /// <summary>Certainly not sent, and worth trying later: the provider is too busy, or was never reached.</summary>
    /// <param name="RetryAfter">How long the provider asks us to wait, zero or more; null when it does not say.</param>
    public sealed record Refused(TimeSpan? RetryAfter) : SendOutcome;

    /// <summary>Certainly not sent, and this mail never will be: the provider finds a fault in it.</summary>
    public sealed record RefusedForGood(string Reason) : SendOutcome;

    /// <summary>
    /// Certainly not sent: our key, our sender or the provider's address is wrong. No other mail will fare better, so stop and raise an
    /// alarm.
    /// </summary>
    public sealed record Misconfigured(string Reason) : SendOutcome;

    /// <summary>Sent or not sent: nobody can tell. Sending again may deliver the mail twice.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;
}

namespace LeadFunctions.Email;

/// <summary>
/// SendGrid has no question by a name of ours: what became of a mail is told by its events alone, and its Email Activity API knows
/// neither every mail nor at once (https://www.twilio.com/docs/sendgrid/api-reference/email-activity).
/// </summary>
internal sealed class NoOutcomeSource : IEmailOutcomeSource
{
    private static readonly SendOutcome CannotTell = new SendOutcome.Unknown("the provider cannot be asked");

    /// <inheritdoc/>
    public Task<SendOutcome> AskAsync(string sendId, CancellationToken cancellationToken) => Task.FromResult(CannotTell);
}

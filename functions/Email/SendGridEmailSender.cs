using LeadFunctions.Clinic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LeadFunctions.Email;

/// <summary>Hands mails to SendGrid.</summary>
public sealed class SendGridEmailSender(
    ISendGridClient client,
    IOptions<EmailOptions> options,
    MailSender sender,
    TimeProvider clock,
    ILogger<SendGridEmailSender> logger) : IEmailSender
{
    /// <summary>Measures timeouts. Real time on purpose: a clock that somebody moves must not cut a request short.</summary>
    internal TimeProvider NetworkTime { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken) =>
        HandOver.TryAsync(token => PostAsync(message, token), options.Value.Timeout, NetworkTime, logger, cancellationToken);

    private async Task<SendOutcome> PostAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var response = await client.SendEmailAsync(SendGridMail.From(message, sender), cancellationToken);
        return await SendGridAnswer.ReadAsync(response, clock.GetUtcNow());
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LeadFunctions.Email;

/// <summary>Hands mails to SendGrid.</summary>
public sealed partial class SendGridEmailSender(
    ISendGridClient client,
    IOptions<EmailOptions> options,
    TimeProvider clock,
    ILogger<SendGridEmailSender> logger) : IEmailSender
{
    /// <summary>Measures timeouts. Real time on purpose: a clock that somebody moves must not cut a request short.</summary>
    internal TimeProvider NetworkTime { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        using var timeout = new CancellationTokenSource(options.Value.Timeout, NetworkTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);

        try
        {
            var response = await client.SendEmailAsync(SendGridMail.From(message, options.Value), either.Token);
            return await SendGridAnswer.ReadAsync(response, clock.GetUtcNow());
        }
        catch (NothingSentException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogNotReached(exception.Word);
            return new SendOutcome.Refused(RetryAfter: null);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Unknown(timeout.IsCancellationRequested ? "no answer in time" : "cancelled while sending");
        }
        catch (HttpRequestException exception)
        {
            return new SendOutcome.Unknown($"connection lost ({exception.HttpRequestError})");
        }
    }

    [LoggerMessage(LogLevel.Warning, "SendGrid could not be reached ({Cause}); nothing was sent.")]
    private partial void LogNotReached(string cause);
}

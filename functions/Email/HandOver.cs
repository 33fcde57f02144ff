using LeadFunctions.Network;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Email;

/// <summary>Hands one mail to a provider, once and in time, and tells apart what may have gone wrong on the way.</summary>
internal static partial class HandOver
{
    /// <param name="post">Makes the one request and reads the answer.</param>
    /// <param name="limit">How long it may take in all.</param>
    /// <param name="time">Measures the limit.</param>
    /// <param name="logger">Hears of a provider that cannot be reached.</param>
    /// <param name="cancellationToken">As in <see cref="IEmailSender.SendAsync"/>.</param>
    internal static async Task<SendOutcome> TryAsync(
        Func<CancellationToken, Task<SendOutcome>> post,
        TimeSpan limit,
        TimeProvider time,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);

        try
        {
            return await post(either.Token);
        }
        catch (NothingSentException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogNotReached(logger, exception.Word);
            return new SendOutcome.Refused(RetryAfter: null);
        }
        catch (ForbiddenHostException)
        {
            return new SendOutcome.Misconfigured("the provider's host is none that the settings name");
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

    [LoggerMessage(LogLevel.Warning, "The mail provider could not be reached ({Cause}); nothing was sent.")]
    private static partial void LogNotReached(ILogger logger, string cause);
}

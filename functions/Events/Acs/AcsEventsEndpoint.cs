using System.Diagnostics;
using LeadFunctions.Email;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>
/// The way of Event Grid's post through the door: its secret, then its size, and only then what it says. Event Grid tells again for 24 hours
/// what is answered otherwise than with a 2xx, but gives up at once on 400, 401 and 413
/// (learn.microsoft.com/azure/event-grid/delivery-and-retry), so whatever is our own trouble is a 503.
/// </summary>
public sealed partial class AcsEventsEndpoint(
    AcsEventSecret secret,
    AcsEventReader reader,
    EmailEventsHandler handler,
    ProviderHeard heard,
    NetworkTime time,
    ILogger<AcsEventsEndpoint> logger)
{
    /// <summary>Event Grid's own posts end at 1 MiB.</summary>
    public const int LargestBody = 1 << 20;

    /// <param name="request">The post.</param>
    /// <param name="cancellationToken">Event Grid went away; what has been read is kept all the same.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!secret.IsSet)
        {
            LogNoSecret();
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "No secret is configured to tell genuine events from others.");
        }

        if (!secret.Holds(request.Query[AcsEventSecret.Parameter]))
        {
            LogForged();
            return Problems.Of(StatusCodes.Status401Unauthorized, "The secret is not ours.");
        }

        return await request.ReadBodyAsync(LargestBody, time, cancellationToken) switch
        {
            BodyOutcome.Read read => await AnswerAsync(read.Bytes),
            BodyOutcome.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "The events are more than 1 MiB."),
            BodyOutcome.TooSlow => Problems.Of(StatusCodes.Status408RequestTimeout, "The events did not arrive in time."),
            BodyOutcome.Broken => Problems.Of(StatusCodes.Status503ServiceUnavailable, "The events did not arrive whole."),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> AnswerAsync(byte[] body)
    {
        var post = reader.Read(body);
        if (post is { ValidationCode: { } code })
        {
            LogSubscribed();
            return TypedResults.Json(new SubscriptionAnswer(code), EventsJson.Default.SubscriptionAnswer);
        }

        await heard.NoteAsync(EmailOptions.AzureCommunication);
        return EventsAnswers.Of(await handler.HandleAsync(post?.Events, body.Length));
    }

    [LoggerMessage(LogLevel.Critical, "Events are refused: Acs__EventSecrets__0 is not set.")]
    private partial void LogNoSecret();

    [LoggerMessage(LogLevel.Warning, "A post of events was refused: its secret is not ours.")]
    private partial void LogForged();

    [LoggerMessage(LogLevel.Information, "Event Grid asked whether its events are wanted here, and was told so.")]
    private partial void LogSubscribed();
}

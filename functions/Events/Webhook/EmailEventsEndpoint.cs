using System.Diagnostics;
using LeadFunctions.Email;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>
/// The way of the provider's post through the door: its size, then its signature over the bytes as they came, and only then what it says.
/// SendGrid tells again for 24 hours what is not answered with a 2xx, so whatever we could not keep is answered otherwise: a post that
/// we cannot read waits there until we can, and no longer than that day.
/// </summary>
public sealed partial class EmailEventsEndpoint(
    SendGridSignature signature,
    EventReader reader,
    EmailEventsHandler handler,
    ProviderHeard heard,
    NetworkTime time,
    ILogger<EmailEventsEndpoint> logger)
{
    /// <summary>SendGrid's own posts end at 768 KiB.</summary>
    public const int LargestBody = 1 << 20;

    /// <param name="request">The post.</param>
    /// <param name="cancellationToken">The provider went away; what has been read is kept all the same.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!signature.HasKey)
        {
            LogNoKey();
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "No key is configured to tell genuine events from others.");
        }

        return await request.ReadBodyAsync(LargestBody, time, cancellationToken) switch
        {
            BodyOutcome.Read read => await AnswerAsync(request.Headers, read.Bytes),
            BodyOutcome.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "The events are more than 1 MiB."),
            BodyOutcome.TooSlow => Problems.Of(StatusCodes.Status408RequestTimeout, "The events did not arrive in time."),
            BodyOutcome.Broken => Problems.Of(StatusCodes.Status400BadRequest, "The events did not arrive whole."),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> AnswerAsync(IHeaderDictionary headers, byte[] body)
    {
        if (signature.Verify(headers[SendGridSignature.SignatureHeader], headers[SendGridSignature.TimestampHeader], body) != SignatureVerdict.Genuine)
        {
            LogForged(body.Length);
            return Problems.Of(StatusCodes.Status401Unauthorized, "The signature does not hold.");
        }

        await heard.NoteAsync(EmailOptions.SendGrid);
        return EventsAnswers.Of(await handler.HandleAsync(reader.Read(body), body.Length));
    }

    [LoggerMessage(LogLevel.Critical, "Events are refused: SendGrid__WebhookPublicKeys__0 is not set.")]
    private partial void LogNoKey();

    [LoggerMessage(LogLevel.Warning, "A post of {Length} bytes was refused: its signature does not hold.")]
    private partial void LogForged(int length);
}

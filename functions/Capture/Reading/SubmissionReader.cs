using LeadFunctions.Http;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Capture;

/// <summary>Reads what was sent, in whichever of the three forms it came.</summary>
internal static class SubmissionReader
{
    private const int LongestBody = 16 * 1024;

    /// <param name="request">The request; its body is read once.</param>
    /// <param name="withKind">Whether the submission says what it asks for.</param>
    /// <param name="time">Measures how long the sender takes.</param>
    /// <param name="cancellationToken">The visitor went away.</param>
    public static async Task<SubmissionOutcome> ReadAsync(HttpRequest request, bool withKind, NetworkTime time, CancellationToken cancellationToken)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value : null;
        var isJson = string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !request.HasFormContentType)
        {
            return new SubmissionOutcome.Unreadable(
                StatusCodes.Status415UnsupportedMediaType,
                SubmissionText.MediaTypeExpected);
        }

        return await request.ReadBodyAsync(LongestBody, time, cancellationToken) switch
        {
            BodyOutcome.TooLarge => new SubmissionOutcome.Unreadable(StatusCodes.Status413PayloadTooLarge, SubmissionText.TooLarge.With(LongestBody / 1024)),
            BodyOutcome.TooSlow => new SubmissionOutcome.Unreadable(StatusCodes.Status408RequestTimeout, SubmissionText.TooSlow),
            BodyOutcome.Broken => new SubmissionOutcome.Unreadable(StatusCodes.Status400BadRequest, SubmissionText.Broken),
            BodyOutcome.Read read when isJson => new SubmissionOutcome.Read(JsonSubmission.Read(read.Bytes, withKind)),
            BodyOutcome.Read read => new SubmissionOutcome.Read(await FormSubmission.ReadAsync(request, read.Bytes, withKind, cancellationToken)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

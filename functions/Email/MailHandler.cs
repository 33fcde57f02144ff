using System.Buffers;

namespace LeadFunctions.Email;

/// <summary>
/// Watches a request on its way, so that trouble can be told apart: before the first byte of the mail was written, nothing can have
/// been sent, whatever went wrong; and once a status was read, it counts, even if the rest of the answer never comes.
/// </summary>
internal sealed class MailHandler(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    // Far more than a provider's longest list of errors.
    private const int MostAnswerBytes = 64 * 1024;

    /// <exception cref="NothingSentException">The request failed, or was cancelled, before its body was begun.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A question about a mail has no body, and whatever comes of it, no mail was sent by it.
        var mail = request.Content is { } content ? new WatchedContent(content) : null;
        request.Content = mail;

        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = await ReadAsync(response.Content, cancellationToken);
            return response;
        }
        catch (Exception exception) when (mail is { IsBegun: false })
        {
            throw new NothingSentException(exception);
        }
    }

    private static async Task<HttpContent> ReadAsync(HttpContent answer, CancellationToken cancellationToken)
    {
        using var _ = answer;
        var buffer = ArrayPool<byte>.Shared.Rent(MostAnswerBytes);
        var length = 0;

        try
        {
            await using var stream = await answer.ReadAsStreamAsync(cancellationToken);
            length = await stream.ReadAtLeastAsync(buffer, MostAnswerBytes, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status is known, and that decides.
        }

        var read = new ByteArrayContent(buffer.AsSpan(0, length).ToArray());
        ArrayPool<byte>.Shared.Return(buffer);
        return read;
    }
}

using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>
/// Reads a request's body up to a limit and within a time of our own, since the Functions host has neither: over its own limit it
/// answers 500 (Azure/azure-functions-host#10519).
/// </summary>
public static class BoundedBody
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="request">The request; its body is read once.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="time">Measures how long the sender takes.</param>
    /// <param name="cancellationToken">The sender went away.</param>
    public static async Task<BodyOutcome> ReadBodyAsync(this HttpRequest request, int limit, NetworkTime time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return new BodyOutcome.TooLarge();
        }

        using var patience = new CancellationTokenSource(Patience, time.Provider);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(limit + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, limit + 1), limit + 1, throwOnEndOfStream: false, deadline.Token);
            return length > limit ? new BodyOutcome.TooLarge() : new BodyOutcome.Read(buffer[..length]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BodyOutcome.TooSlow();
        }
        catch (BadHttpRequestException exception)
        {
            // Kestrel has a patience of its own, and it is the first to see a body that is not what its headers say.
            return exception.StatusCode == StatusCodes.Status408RequestTimeout ? new BodyOutcome.TooSlow() : new BodyOutcome.Broken();
        }
        catch (IOException)
        {
            return new BodyOutcome.Broken();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

using Azure.Core;
using Azure.Data.Tables.Json;

namespace Azure.Data.Tables.Requests;

/// <summary>A request body in a rented array, which goes back to its pool when the request is done with.</summary>
/// <remarks>
/// A request that was cancelled may still be on its way into the socket when it is disposed. Its array is then left to the collector:
/// handed out again, it could put one patient's words into another's request.
/// </remarks>
internal sealed class BufferedContent(PooledBuffer buffer) : RequestContent
{
    private const int Disposed = -1;

    /// <summary>How many writes are under way, or <see cref="Disposed"/>.</summary>
    private int writers;

    public override bool TryComputeLength(out long length)
    {
        length = buffer.Written.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation)
    {
        Enter();
        stream.Write(buffer.Written.Span);
        Interlocked.Decrement(ref writers);
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        Enter();

        // Not in a finally: a write that failed may have left its bytes with the socket.
        await stream.WriteAsync(buffer.Written, cancellation);
        Interlocked.Decrement(ref writers);
    }

    public override void Dispose()
    {
        if (Interlocked.CompareExchange(ref writers, Disposed, 0) == 0)
        {
            buffer.Return();
        }
    }

    private void Enter()
    {
        int current;
        do
        {
            current = Volatile.Read(ref writers);
            ObjectDisposedException.ThrowIf(current == Disposed, this);
        }
        while (Interlocked.CompareExchange(ref writers, current + 1, current) != current);
    }
}

using System.Net;

namespace LeadFunctions.Email;

/// <summary>A request's body that knows whether anybody began to write it to a connection.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent content;

    internal WatchedContent(HttpContent content)
    {
        this.content = content;

        foreach (var (name, values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>False means that not one byte of the body has left this process.</summary>
    internal bool IsBegun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsBegun = true;
        return content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}

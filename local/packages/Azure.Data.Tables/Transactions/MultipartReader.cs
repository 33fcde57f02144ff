using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>Walks over the parts of a multipart body (RFC 2046, section 5.1.1) without copying them.</summary>
internal ref struct MultipartReader
{
    private readonly ReadOnlySpan<byte> delimiter;
    private ReadOnlySpan<byte> rest;

    /// <exception cref="IOException">The body does not hold its own boundary.</exception>
    public MultipartReader(ReadOnlySpan<byte> body, string boundary)
    {
        delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var first = body.IndexOf(delimiter);
        rest = first >= 0 ? body[(first + delimiter.Length)..] : throw EndedTooEarly();
    }

    /// <summary>The headers and body of the next part.</summary>
    /// <returns><see langword="false"/> after the last part.</returns>
    /// <exception cref="IOException">The body ends before its last boundary.</exception>
    public bool TryRead(out ReadOnlySpan<byte> part)
    {
        part = default;
        if (rest.StartsWith("--"u8))
        {
            return false;
        }

        var end = rest.IndexOf(delimiter);
        if (end < 0)
        {
            throw EndedTooEarly();
        }

        part = WithoutLineBreaks(rest[..end]);
        rest = rest[(end + delimiter.Length)..];
        return true;
    }

    /// <summary>The line breaks beside a boundary belong to it.</summary>
    private static ReadOnlySpan<byte> WithoutLineBreaks(ReadOnlySpan<byte> part)
    {
        part = part.StartsWith("\r\n"u8) ? part[2..] : part;
        return part.EndsWith("\r\n"u8) ? part[..^2] : part;
    }

    private static IOException EndedTooEarly() => new("Unexpected end of Stream, the content may have already been read by another component. ");
}

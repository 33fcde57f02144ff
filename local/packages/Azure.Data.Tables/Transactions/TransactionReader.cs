using System.Globalization;
using Azure.Core;
using Azure.Data.Tables.Errors;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answers inside the answer to a transaction, which itself is 202 even when the transaction was refused.</summary>
internal static class TransactionReader
{
    private const string Boundary = "boundary=";
    private const int FirstError = 400;

    /// <exception cref="TableTransactionFailedException">The service refused the transaction.</exception>
    /// <exception cref="IOException">The answer is cut short, so that its outcome is unknown.</exception>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var responses = new List<Response>();
        Read(response.Content.ToMemory().Span, response.Headers.ContentType, responses);
        foreach (var inner in responses)
        {
            if (inner.Status >= FirstError)
            {
                throw new TableTransactionFailedException(new RequestFailedException(inner, innerException: null, TableErrorParser.Shared));
            }
        }

        return responses;
    }

    /// <summary>A change set is a multipart body inside the multipart body.</summary>
    private static void Read(ReadOnlySpan<byte> body, string? contentType, List<Response> responses)
    {
        var parts = new MultipartReader(body, BoundaryOf(contentType));
        while (parts.TryRead(out var part))
        {
            var headers = HeaderBlock.Take(ref part);
            var type = HeaderBlock.Find(headers, HttpHeader.Names.ContentType);
            if (type?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true)
            {
                Read(part, type, responses);
                continue;
            }

            responses.Add(ReadResponse(part));
        }
    }

    private static ActionResponse ReadResponse(ReadOnlySpan<byte> part)
    {
        // HTTP/1.1 204 No Content
        var statusLine = HeaderBlock.TakeLine(ref part).Split(' ', 3);
        var status = int.Parse(statusLine[1], NumberStyles.None, CultureInfo.InvariantCulture);
        var reason = statusLine.Length == 3 ? statusLine[2] : string.Empty;
        return new ActionResponse(status, reason, part.ToArray(), HeaderBlock.Length(part));
    }

    private static string BoundaryOf(string? contentType)
    {
        var start = contentType?.IndexOf(Boundary, StringComparison.OrdinalIgnoreCase) ?? -1;
        return start >= 0
            ? contentType![(start + Boundary.Length)..].Split(';')[0].Trim().Trim('"')
            : throw new IOException("The answer to a transaction is not multipart.");
    }
}

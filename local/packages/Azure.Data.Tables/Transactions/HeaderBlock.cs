using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>Header lines, up to the empty line that ends them.</summary>
internal static class HeaderBlock
{
    /// <summary>Takes the headers off the front of <paramref name="rest"/>, which is left at what follows them.</summary>
    public static List<HttpHeader> Take(ref ReadOnlySpan<byte> rest)
    {
        var headers = new List<HttpHeader>();
        while (TakeLine(ref rest) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new HttpHeader(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return headers;
    }

    public static List<HttpHeader> Parse(ReadOnlySpan<byte> block) => Take(ref block);

    /// <returns>Where the body starts: behind the first empty line.</returns>
    public static int Length(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("\r\n"u8))
        {
            return 2;
        }

        var end = message.IndexOf("\r\n\r\n"u8);
        return end < 0 ? message.Length : end + 4;
    }

    public static string TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("\r\n"u8);
        var line = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        rest = end < 0 ? default : rest[(end + 2)..];
        return line;
    }

    public static string? Find(List<HttpHeader> headers, string name)
    {
        foreach (var header in headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}

namespace LeadFunctions.Capture;

/// <summary>Finds what a mail program would make a link of, and what people write who do not want it found: <c>hxxp://</c>, <c>example.com/x</c>.</summary>
internal static class Links
{
    private static readonly string[] Schemes = ["https://", "http://", "hxxps://", "hxxp://", "www."];

    // Endings under which an address is recognised without a scheme. Not me, so, is and the like: a full stop without a space behind it is no link.
    private static readonly HashSet<string> Endings = new(
        [
            "com", "net", "org", "info", "biz", "ru", "su", "cn", "io", "co", "top", "xyz", "online", "site", "website", "shop", "store", "club", "icu", "click",
            "buzz", "win", "bid", "loan", "casino", "bet", "vip", "live", "pro", "app", "dev", "link", "agency", "space", "fun", "tk", "ml", "ga", "gq", "ua", "by", "pw",
            "edu", "gov", "ly", "gl", "gle", "mx", "uk", "eu", "de",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <returns>The host of each link, in lower case, and all of the link. The same link twice is two.</returns>
    public static IReadOnlyList<(string Host, string Address)> In(string text)
    {
        var links = new List<(string, string)>();
        foreach (var range in text.AsSpan().SplitAny(" \n\t<>\"'()[]{}|,;"))
        {
            var token = text.AsSpan()[range].TrimEnd(".!?:");
            if (!token.Contains('.'))
            {
                continue;
            }

            if (AfterScheme(token) is { Length: > 0 } address)
            {
                links.Add((HostOf(address), address.ToString()));
            }
            else if (IsBareAddress(token))
            {
                links.Add((HostOf(token), token.ToString()));
            }
        }

        return links;
    }

    // Found also where something stands before it: "href=http://...".
    private static ReadOnlySpan<char> AfterScheme(ReadOnlySpan<char> token)
    {
        foreach (var scheme in Schemes)
        {
            var at = token.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (scheme[^1] == '/' || at == 0))
            {
                return token[(at + scheme.Length)..];
            }
        }

        return [];
    }

    private static bool IsBareAddress(ReadOnlySpan<char> token)
    {
        var end = token.IndexOfAny("/?#:");
        var host = end < 0 ? token : token[..end];
        var dot = host.LastIndexOf('.');
        return dot > 0
            && !host.Contains("..", StringComparison.Ordinal)
            && !host.ContainsAnyExcept(HostCharacters)
            && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(dot + 1)..]);
    }

    private static string HostOf(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny("/?#:");
        var host = (end < 0 ? address : address[..end]).ToString().ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
}

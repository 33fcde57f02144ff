using System.Net;

namespace Azure.Data.Tables.Accounts;

/// <summary>The address of an account's tables, apart from its query and from the name of a table.</summary>
internal sealed class TableEndpoint
{
    public TableEndpoint(Uri uri, string? tableName = null)
    {
        ArgumentNullException.ThrowIfNull(uri, "endpoint");
        Path = PathOf(uri, tableName);
        RequestUri = new UriBuilder(uri) { Path = Path }.Uri;
        Uri = new UriBuilder(uri) { Query = null }.Uri;
        Prefix = RequestUri.GetLeftPart(UriPartial.Authority) + Path;
        AccountName = AccountOf(uri);
    }

    /// <summary>As the client shows it: without a signature.</summary>
    public Uri Uri { get; }

    /// <summary>What a request starts from: with the signature, where the endpoint came with one.</summary>
    public Uri RequestUri { get; }

    /// <summary>The path of the account, without a slash at its end: empty, or <c>/devstoreaccount1</c> on an emulator.</summary>
    public string Path { get; }

    public string AccountName { get; }

    /// <summary>The start of every absolute address under the account.</summary>
    public string Prefix { get; }

    /// <summary>The table that an address of the form <c>https://account/table</c> names, or null.</summary>
    public static string? TableOf(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri, "endpoint");
        var segments = Segments(uri);
        var index = HasAccountInPath(uri) ? 1 : 0;
        return segments.Length > index ? Uri.UnescapeDataString(segments[index]) : null;
    }

    private static string AccountOf(Uri uri)
    {
        if (HasAccountInPath(uri))
        {
            return Segments(uri) is [var account, ..] ? account : string.Empty;
        }

        var dot = uri.Host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? uri.Host[..dot] : string.Empty;
    }

    /// <summary>Emulators have the account's name in the path, since an IP address has no room for it.</summary>
    private static bool HasAccountInPath(Uri uri) => IPAddress.TryParse(uri.Host, out _) || uri.IsLoopback;

    /// <summary>An endpoint may name the table that is asked for; it is not named twice.</summary>
    private static string PathOf(Uri uri, string? tableName)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        return tableName is not null && string.Equals(TableOf(uri), tableName, StringComparison.OrdinalIgnoreCase)
            ? path[..path.LastIndexOf('/')]
            : path;
    }

    private static string[] Segments(Uri uri) => uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
}

using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Queries;

/// <summary>A query as the service takes it. https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</summary>
internal static class ODataQuery
{
    public static HttpMessage Create(TableAccount account, string path, int? top, string? select, string? filter)
    {
        var message = account.CreateMessage(RequestMethod.Get, path);
        var uri = message.Request.Uri;
        uri.AppendQuery(EntityPath.FormatName, EntityPath.FormatValue, escapeValue: false);
        if (top is { } count)
        {
            uri.AppendQuery("$top", count.ToString(System.Globalization.CultureInfo.InvariantCulture), escapeValue: false);
        }

        Append(uri, "$select", select);
        Append(uri, "$filter", filter);
        message.Request.Headers.SetValue(HeaderNames.DataServiceVersion, HeaderNames.DataServiceVersionValue);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, HeaderNames.MinimalMetadata);
        return message;
    }

    /// <returns>The names as one list, or null when there is none.</returns>
    public static string? Select(IEnumerable<string>? names) =>
        names is null || string.Join(',', names) is not { Length: > 0 } list ? null : list;

    private static void Append(RequestUriBuilder uri, string name, string? value)
    {
        if (value is not null)
        {
            uri.AppendQuery(name, value, escapeValue: true);
        }
    }
}

using Azure.Core;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Queries;

/// <summary>Where the next page of entities starts: the keys that the service named, with a space between them.</summary>
internal static class ContinuationToken
{
    /// <returns>Null after the last page.</returns>
    public static string? Of(Response response) =>
        response.Headers.TryGetValue(HeaderNames.NextPartitionKey, out var partitionKey)
            ? $"{partitionKey} {(response.Headers.TryGetValue(HeaderNames.NextRowKey, out var rowKey) ? rowKey : null)}"
            : null;

    public static void AppendTo(RequestUriBuilder uri, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        var keys = token.Split(' ', 2);
        uri.AppendQuery("NextPartitionKey", keys[0], escapeValue: true);
        if (keys.Length == 2 && keys[1].Length > 0)
        {
            uri.AppendQuery("NextRowKey", keys[1], escapeValue: true);
        }
    }
}

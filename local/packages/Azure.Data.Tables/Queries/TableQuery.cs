using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Queries;

/// <summary>One query over the tables of an account.</summary>
internal sealed class TableQuery(TableAccount account, string? filter)
{
    public async Task<Page<TableItem>> FetchAsync(string? continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        using var message = ODataQuery.Create(account, EntityPath.Tables, pageSize, select: null, filter);
        if (!string.IsNullOrEmpty(continuationToken))
        {
            message.Request.Uri.AppendQuery("NextTableName", continuationToken, escapeValue: true);
        }

        var response = await account.SendAsync("TableServiceClient.Query", message, Expected.Found, cancellationToken);
        var names = PageReader.ReadTableNames(response.Content.ToMemory().Span);
        response.Headers.TryGetValue(HeaderNames.NextTableName, out var next);
        return Page<TableItem>.FromValues(names.ConvertAll(name => new TableItem(name)), next, response);
    }
}

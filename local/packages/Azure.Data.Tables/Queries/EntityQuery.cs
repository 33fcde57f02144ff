using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Queries;

/// <summary>One query over the entities of a table.</summary>
internal sealed class EntityQuery<T>(TableAccount account, string path, string? filter, string? select)
    where T : class, ITableEntity
{
    public async Task<Page<T>> FetchAsync(string? continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        using var message = ODataQuery.Create(account, path, pageSize, select, filter);
        ContinuationToken.AppendTo(message.Request.Uri, continuationToken);
        var response = await account.SendAsync("TableClient.Query", message, Expected.Found, cancellationToken);
        var entities = EntityReader.ReadPage<T>(response.Content.ToMemory().Span);
        return Page<T>.FromValues(entities, ContinuationToken.Of(response), response);
    }
}

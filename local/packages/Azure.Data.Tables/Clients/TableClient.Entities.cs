using Azure.Core;
using Azure.Data.Tables.Errors;
using Azure.Data.Tables.Json;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int NotFound = 404;

    /// <summary>Adds an entity. The answer carries its ETag.</summary>
    /// <exception cref="RequestFailedException">Also when there is one with these keys: 409, EntityAlreadyExists.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        using var message = requests.Add(entity);
        return await account.SendAsync("TableClient.AddEntity", message, Expected.Created, cancellationToken);
    }

    /// <summary>Adds an entity, or changes the one that has its keys, whatever its version.</summary>
    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        using var message = requests.Change(entity, mode, ifMatch: null);
        return await account.SendAsync("TableClient.UpsertEntity", message, Expected.Changed, cancellationToken);
    }

    /// <summary>Changes an entity that has the version <paramref name="ifMatch"/>, or any version with <see cref="ETag.All"/>.</summary>
    /// <exception cref="RequestFailedException">Also when it has another version (412), or is not there (404).</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }

        using var message = requests.Change(entity, mode, ifMatch);
        return await account.SendAsync("TableClient.UpdateEntity", message, Expected.Changed, cancellationToken);
    }

    /// <summary>Deletes an entity; the default of <paramref name="ifMatch"/> is any version. Status 404 says that there was none.</summary>
    /// <exception cref="RequestFailedException">Also when it has another version: 412, UpdateConditionNotSatisfied.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        using var message = requests.Delete(partitionKey, rowKey, ifMatch == default ? ETag.All : ifMatch);
        return await account.SendAsync("TableClient.DeleteEntity", message, Expected.Gone, cancellationToken);
    }

    /// <inheritdoc cref="DeleteEntityAsync(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Reads an entity, or only the properties that <paramref name="select"/> names.</summary>
    /// <exception cref="RequestFailedException">Also when there is none: 404, ResourceNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await account.SendAsync("TableClient.GetEntity", message, Expected.Found, cancellationToken);
        return Response.FromValue(EntityReader.ReadOne<T>(response.Content.ToMemory().Span), response);
    }

    /// <summary>Reads an entity; the answer has no value when there is none.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await account.SendAsync("TableClient.GetEntityIfExists", message, Expected.FoundOrNot, cancellationToken);
        return response.Status == NotFound
            ? new NoValueResponse<T>(response)
            : Response.FromValue(EntityReader.ReadOne<T>(response.Content.ToMemory().Span), response);
    }

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return requests.Get(partitionKey, rowKey, ODataQuery.Select(select));
    }

    private static void CheckKeys(ITableEntity? entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, PropertyNames.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey, PropertyNames.RowKey);
    }
}

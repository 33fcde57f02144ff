using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

public partial class TableServiceClient
{
    /// <summary>Makes a filter in which every value is quoted as its type demands.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>A client for one table, over the same connections. Asks nothing of the service.</summary>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return new TableClient(account, tableName);
    }

    /// <summary>Creates a table.</summary>
    /// <exception cref="RequestFailedException">Also when it exists: 409, <see cref="TableErrorCode.TableAlreadyExists"/>.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return account.CreateAsync("TableServiceClient.CreateTable", tableName, cancellationToken);
    }

    /// <summary>Creates a table unless it is there.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return account.CreateIfNotExistsAsync("TableServiceClient.CreateTableIfNotExists", tableName, cancellationToken);
    }

    /// <summary>Deletes a table with all its entities. Status 404 says that there was none.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return account.DeleteAsync("TableServiceClient.DeleteTable", tableName, cancellationToken);
    }

    /// <summary>The tables that pass the filter, by name.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new ContinuedPages<TableItem>(new TableQuery(account, filter).FetchAsync, maxPerPage, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, int?, CancellationToken)"/>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(ODataFilter.Create(filter), maxPerPage, cancellationToken);
}

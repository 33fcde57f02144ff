using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

/// <summary>The tables of an account. Safe to share between threads.</summary>
public partial class TableServiceClient
{
    private readonly TableAccount account;

    /// <summary>The account that a connection string names.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, options: null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(string)"/>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableAccount.Open(ConnectionString.Parse(connectionString), options))
    {
    }

    /// <summary>An account by its address and a signature.</summary>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    /// <inheritdoc cref="TableServiceClient(Uri, AzureSasCredential)"/>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(TableAccount.WithSignature(endpoint, credential, options))
    {
    }

    /// <summary>An account that trusts tokens of Microsoft Entra ID.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableAccount.WithToken(endpoint, tokenCredential, options))
    {
    }

    /// <summary>An account by its address, which carries the signature in its query.</summary>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null)
        : this(TableAccount.AsAddressed(WithQuery(endpoint), options))
    {
    }

    /// <summary>An account whose key is known.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null!)
    {
    }

    /// <inheritdoc cref="TableServiceClient(Uri, TableSharedKeyCredential)"/>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(TableAccount.WithKey(endpoint, credential, options))
    {
    }

    /// <summary>For substitutes only.</summary>
    protected TableServiceClient()
    {
        account = null!;
        AccountName = null!;
        Uri = null!;
    }

    private TableServiceClient(TableAccount account)
    {
        this.account = account;
        AccountName = account.Endpoint.AccountName;
        Uri = account.Endpoint.Uri;
    }

    public virtual string AccountName { get; }

    /// <summary>The account's address, without any signature.</summary>
    public virtual Uri Uri { get; }

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

    private static Uri WithQuery(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Query.Length > 1 ? endpoint : throw new ArgumentException("endpoint must contain a SAS token query.");
    }
}

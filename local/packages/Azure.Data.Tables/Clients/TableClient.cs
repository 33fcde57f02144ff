using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

/// <summary>One table: its entities, and the table itself. Safe to share between threads; one instance per table is enough.</summary>
/// <remarks>Operations are virtual and the parameterless constructor is protected, so that a test can put a substitute in their place.</remarks>
public partial class TableClient
{
    private readonly TableAccount account;
    private readonly EntityRequests requests;

    /// <summary>A table of the account that a connection string names.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, options: null)
    {
    }

    /// <inheritdoc cref="TableClient(string, string)"/>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableAccount.Open(ConnectionString.Parse(connectionString), options, tableName), tableName)
    {
    }

    /// <summary>A table by its full address, of the form <c>https://account.table.core.windows.net/table</c>, with a signature.</summary>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(endpoint, TableEndpoint.TableOf(endpoint), table => TableAccount.WithSignature(endpoint, credential, options, table))
    {
    }

    /// <summary>A table by its full address, with its signature in the query.</summary>
    public TableClient(Uri endpoint, TableClientOptions? options = null)
        : this(endpoint, TableEndpoint.TableOf(endpoint), table => TableAccount.AsAddressed(endpoint, options, table))
    {
    }

    /// <summary>A table of an account that trusts tokens of Microsoft Entra ID.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableAccount.WithToken(endpoint, tokenCredential, options, tableName), tableName)
    {
    }

    /// <summary>A table of an account whose key is known.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, options: null)
    {
    }

    /// <inheritdoc cref="TableClient(Uri, string, TableSharedKeyCredential)"/>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableAccount.WithKey(endpoint, credential, options, tableName), tableName)
    {
    }

    internal TableClient(TableAccount account, string tableName)
    {
        if (string.IsNullOrEmpty(tableName))
        {
            throw new ArgumentException("Value cannot be an empty string.", nameof(tableName));
        }

        this.account = account;
        requests = new EntityRequests(account, tableName);
        Name = tableName;
        AccountName = account.Endpoint.AccountName;
        Uri = new UriBuilder(account.Endpoint.Uri) { Path = account.Endpoint.Path + EntityPath.OfTable(tableName) }.Uri;
    }

    /// <summary>For substitutes only.</summary>
    protected TableClient()
    {
        account = null!;
        requests = null!;
        Name = null!;
        AccountName = null!;
        Uri = null!;
    }

    private TableClient(Uri endpoint, string? tableName, Func<string, TableAccount> open)
        : this(open(tableName ?? throw new ArgumentNullException(nameof(tableName), $"{endpoint.AbsolutePath} names no table.")), tableName)
    {
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The name of the account that the table belongs to.</summary>
    public virtual string AccountName { get; }

    /// <summary>The table's address, without any signature.</summary>
    public virtual Uri Uri { get; }
}

using Azure.Core;
using Azure.Data.Tables.Accounts;

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

    private static Uri WithQuery(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Query.Length > 1 ? endpoint : throw new ArgumentException("endpoint must contain a SAS token query.");
    }
}

using Azure.Data.Tables.Models;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Creates the table.</summary>
    /// <exception cref="RequestFailedException">Also when it exists: 409, <see cref="TableErrorCode.TableAlreadyExists"/>.</exception>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        account.CreateAsync("TableClient.Create", Name, cancellationToken);

    /// <summary>Creates the table unless it is there.</summary>
    /// <exception cref="RequestFailedException">Also while a table of this name is still being deleted: 409, <see cref="TableErrorCode.TableBeingDeleted"/>.</exception>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        account.CreateIfNotExistsAsync("TableClient.CreateIfNotExists", Name, cancellationToken);

    /// <summary>Deletes the table with all its entities. Status 404 says that there was none.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        account.DeleteAsync("TableClient.Delete", Name, cancellationToken);
}

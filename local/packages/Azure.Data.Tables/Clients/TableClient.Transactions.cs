using Azure.Data.Tables.Requests;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Does all of the actions or none. At most 100, all on one partition, at most 4 MiB together.</summary>
    /// <returns>One answer per action, in order, with the new ETag of what was written.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused an action, and so all of them.</exception>
    /// <exception cref="RequestFailedException">The service refused the request as a whole, or could not be reached.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions as IReadOnlyCollection<TableTransactionAction> ?? [.. transactionActions];
        using var message = TransactionRequest.Create(account, Name, actions);
        var response = await account.SendAsync("TableClient.SubmitTransaction", message, Expected.Accepted, cancellationToken);
        return Response.FromValue(TransactionReader.Read(response), response);
    }
}

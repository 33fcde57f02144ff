using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Calls of Table Storage with one deadline and one way to say that it is away.</summary>
internal static class StorageCalls
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>A fresh mark for one write.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <exception cref="LeadStoreUnavailableException">Storage is out of reach, overloaded, not ours to use, or too slow.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            return await call(deadline.Token);
        }
        catch (Exception exception) when (IsUnavailable(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new LeadStoreUnavailableException("Table Storage did not do what was asked.", exception);
        }
    }

    /// <summary>Goes on to the next row; every page has the deadline of a call.</summary>
    /// <param name="rows">Enumerated under the deadline's token.</param>
    /// <param name="deadline">Linked to <paramref name="cancellationToken"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<bool> TryMoveNextAsync(IAsyncEnumerator<TableEntity> rows, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        deadline.CancelAfter(Deadline);
        var found = await RunAsync(_ => rows.MoveNextAsync().AsTask(), cancellationToken);
        deadline.CancelAfter(Timeout.InfiniteTimeSpan);
        return found;
    }

    /// <returns>The row, or null when there is none.</returns>
    public static Task<TableEntity?> FindAsync(this TableClient table, string partition, string rowKey, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, select: null, token);
                return found.HasValue ? found.Value : null;
            },
            cancellationToken);

    /// <returns>The answers, one for each row.</returns>
    public static Task<IReadOnlyList<Response>> CommitAsync(this TableClient table, Batch batch, CancellationToken cancellationToken) =>
        RunAsync(async token => (await table.SubmitTransactionAsync(batch.Actions, token)).Value, cancellationToken);

    /// <summary>Whether somebody else was first: the row was there (409), had changed (412), or was gone (404).</summary>
    public static bool IsConflict(this RequestFailedException exception) =>
        exception.Status is 404 or 409 or 412 && exception.ErrorCode != TableErrorCode.TableNotFound.ToString();

    private static bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException failed => !failed.IsConflict() && failed.Status is 0 or 401 or 403 or 404 or 408 or 429 or >= 500,
        AuthenticationFailedException => true,
        AggregateException several => several.InnerExceptions.All(IsUnavailable),
        OperationCanceledException or HttpRequestException or IOException => true,
        _ => false,
    };
}

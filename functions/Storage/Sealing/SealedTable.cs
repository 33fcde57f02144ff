using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>
/// The table of leads as all of the app knows it: whatever is written through it is sealed on the way, and whatever is read is opened. The table itself
/// (<see cref="StorageFeature.Plain"/>) is for copies, and for what keeps the keys.
/// </summary>
/// <remarks>Only what the app asks of a table is here; anything else fails.</remarks>
internal sealed class SealedTable([FromKeyedServices(StorageFeature.Plain)] TableClient table, RowSealing rows) : TableClient
{
    public override string Name => table.Name;

    public override string AccountName => table.AccountName;

    public override Uri Uri => table.Uri;

    public override Task<Response<Azure.Data.Tables.Models.TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        table.CreateAsync(cancellationToken);

    public override Task<Response<Azure.Data.Tables.Models.TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        table.CreateIfNotExistsAsync(cancellationToken);

    public override Task<Response> DeleteAsync(CancellationToken cancellationToken = default) => table.DeleteAsync(cancellationToken);

    public override async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) => entity is TableEntity row
        ? await table.AddEntityAsync(await rows.CloseAsync(row, isWhole: true, cancellationToken), cancellationToken)
        : await table.AddEntityAsync(entity, cancellationToken);

    public override async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) => entity is TableEntity row
        ? await table.UpsertEntityAsync(await rows.CloseAsync(row, mode == TableUpdateMode.Replace, cancellationToken), mode, cancellationToken)
        : await table.UpsertEntityAsync(entity, mode, cancellationToken);

    public override async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) => entity is TableEntity row
        ? await table.UpdateEntityAsync(await rows.CloseAsync(row, mode == TableUpdateMode.Replace, cancellationToken), ifMatch, mode, cancellationToken)
        : await table.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);

    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        table.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var closed = new List<TableTransactionAction>();
        foreach (var action in transactionActions)
        {
            closed.Add(await CloseAsync(action, cancellationToken));
        }

        return await table.SubmitTransactionAsync(closed, cancellationToken);
    }

    public override async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var found = await table.GetEntityAsync<T>(partitionKey, rowKey, select, cancellationToken);
        await OpenAsync(found.Value, cancellationToken);
        return found;
    }

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var found = await table.GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);
        if (found.HasValue)
        {
            await OpenAsync(found.Value!, cancellationToken);
        }

        return found;
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new OpenedPages<T>(table.QueryAsync<T>(filter, maxPerPage, select, cancellationToken), this, cancellationToken);

    private async ValueTask<TableTransactionAction> CloseAsync(TableTransactionAction action, CancellationToken cancellationToken)
    {
        if (action.ActionType == TableTransactionActionType.Delete || action.Entity is not TableEntity row)
        {
            return action;
        }

        var isWhole = action.ActionType is TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace;
        return await rows.CloseAsync(row, isWhole, cancellationToken) is var closed && ReferenceEquals(closed, row) ? action : new(action.ActionType, closed, action.ETag);
    }

    private ValueTask OpenAsync(ITableEntity read, CancellationToken cancellationToken) =>
        read is TableEntity row ? rows.OpenAsync(row, cancellationToken) : ValueTask.CompletedTask;

    private sealed class OpenedPages<T>(AsyncPageable<T> pages, SealedTable table, CancellationToken caller) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) => OpenAsync(continuationToken, pageSizeHint, caller);

        private async IAsyncEnumerable<Page<T>> OpenAsync(string? continuationToken, int? pageSizeHint, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var page in pages.AsPages(continuationToken, pageSizeHint).WithCancellation(cancellationToken))
            {
                foreach (var read in page.Values)
                {
                    await table.OpenAsync((ITableEntity)read, cancellationToken);
                }

                yield return page;
            }
        }
    }
}

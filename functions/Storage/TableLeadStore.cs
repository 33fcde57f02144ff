using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>Keeps leads in one table of Table Storage, all rows of a contact in one partition.</summary>
public sealed partial class TableLeadStore(TableClient table, ILogger<TableLeadStore> logger) : ILeadStore
{
    private readonly CaptureTransaction capture = new(table);
    private readonly ReleaseTransaction release = new(table);
    private readonly MoveTransaction moves = new(table);
    private readonly DigestRows digests = new(table);
    private readonly SuppressionUpdate suppressions = new(table);

    public Task<CaptureOutcome> CaptureAsync(NewLead lead, CancellationToken cancellationToken) => capture.RunAsync(lead, cancellationToken);

    public Task<Lead?> ReleaseAsync(LeadHandle handle, DateTimeOffset now, CancellationToken cancellationToken) =>
        release.RunAsync(handle, now, cancellationToken);

    public Task<MoveOutcome> TryMoveAsync(Move move, CancellationToken cancellationToken) => moves.RunAsync(move, cancellationToken);

    public async IAsyncEnumerable<DueWork> DueAsync(
        Shard shard, DateTimeOffset now, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Urgent work stands before all other, and with it what is urgent and not yet due.
        await foreach (var row in RowsAsync(shard, RowKeys.DuePrefix, RowKeys.DueAfter(now), limit, cancellationToken))
        {
            if (TryRead(row) is { } work && work.DueAt <= now)
            {
                yield return work;
            }
        }
    }

    public async IAsyncEnumerable<DueWork> PromisesAsync(
        Shard shard, DateTimeOffset now, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(shard, RowKeys.PromisePrefix, RowKeys.PromiseAfter(now), limit, cancellationToken))
        {
            if (TryRead(row) is { } work)
            {
                yield return work;
            }
        }
    }

    public async Task<DateTimeOffset?> EarliestDueAsync(Shard shard, CancellationToken cancellationToken)
    {
        return await EarliestAsync(RowKeys.DuePrefix) is not { } first ? null
            : !RowKeys.IsUrgent(first) ? RowKeys.DueAt(first)
            : await EarliestAsync(RowKeys.OrdinaryPrefix) is { } ordinary && RowKeys.DueAt(ordinary) < RowKeys.DueAt(first) ? RowKeys.DueAt(ordinary)
            : RowKeys.DueAt(first);

        async Task<string?> EarliestAsync(string from)
        {
            await foreach (var row in RowsAsync(shard, from, TableRows.After(RowKeys.DuePrefix), 1, cancellationToken))
            {
                return row.RowKey;
            }

            return null;
        }
    }

    public async Task<Lead?> FindAsync(LeadHandle handle, CancellationToken cancellationToken) =>
        await table.FindAsync(handle.Id.Shard.ToString(), RowKeys.Lead(handle), cancellationToken) is { } row ? LeadRow.ToLead(row) : null;

    public async Task<Lead?> FindByIdAsync(LeadId id, CancellationToken cancellationToken) =>
        await table.FindAsync(id.Shard.ToString(), RowKeys.Reference(id), cancellationToken) is { } row
            ? await FindAsync(LeadRow.ToHandle(id, row), cancellationToken)
            : null;

    public async Task<Contact?> FindContactAsync(ContactKey key, CancellationToken cancellationToken) =>
        await table.FindAsync(key.Shard.ToString(), RowKeys.Contact(key), cancellationToken) is { } row ? ContactRow.ToContact(key, row) : null;

    public async Task<SendRecord?> FindSendAsync(ContactKey contact, SendKey key, CancellationToken cancellationToken) =>
        await table.FindAsync(contact.Shard.ToString(), RowKeys.Send(key), cancellationToken) is { } row ? WorkRow.ToRecord(key, row) : null;

    public Task SuppressAsync(ContactKey contact, IReadOnlyCollection<Suppression> suppressions, CancellationToken cancellationToken) =>
        this.suppressions.RunAsync(contact, suppressions, cancellationToken);

    public Task ReleaseArticlesAsync(ContactKey contact, DateTimeOffset now, CancellationToken cancellationToken) =>
        new HeldArticles(table, HeldRowsAsync).ReleaseAsync(contact, now, cancellationToken);

    public async IAsyncEnumerable<SendKey> DeadLettersAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, RowKeys.DeadLetterPrefix, cancellationToken))
        {
            if (!row.Flag(WorkRow.Told))
            {
                yield return SendKey.Parse(row.RowKey[RowKeys.DeadLetterPrefix.Length..]);
            }
        }
    }

    public async Task ToldAsync(IReadOnlyCollection<SendKey> deadLetters, CancellationToken cancellationToken)
    {
        foreach (var key in deadLetters)
        {
            try
            {
                await StorageCalls.RunAsync(token => table.UpdateEntityAsync(WorkRow.ToToldRow(key), ETag.All, TableUpdateMode.Merge, token), cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Erased meanwhile: writing it would bring it back.
            }
        }
    }

    public async IAsyncEnumerable<LeadHandle> AwaitingDigestAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, RowKeys.DigestPrefix, cancellationToken))
        {
            yield return LeadRow.ToHandle(row);
        }
    }

    public Task DigestedAsync(IReadOnlyCollection<LeadHandle> leads, CancellationToken cancellationToken) => digests.RemoveAsync(leads, cancellationToken);

    public Task<bool> TryClaimDigestAsync(DateOnly date, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        digests.TryClaimAsync(date, now, until, cancellationToken);

    public Task<DigestHold?> FindDigestAsync(DateOnly date, CancellationToken cancellationToken) => digests.FindAsync(date, cancellationToken);

    public Task HoldDigestAsync(DateOnly date, DigestHold hold, CancellationToken cancellationToken) => digests.HoldAsync(date, hold, cancellationToken);

    public Task FinishDigestAsync(DateOnly date, CancellationToken cancellationToken) => digests.FinishAsync(date, cancellationToken);

    private IAsyncEnumerable<TableEntity> HeldRowsAsync(Shard shard, CancellationToken cancellationToken) =>
        table.BeginningAsync(shard, RowKeys.HeldPrefix, cancellationToken);

    // A row that this version cannot read, as when a newer one runs beside it, must not keep the others from being done. It stays where
    // it is, and the time by which it is late is on the health page.
    private DueWork? TryRead(TableEntity row)
    {
        try
        {
            return WorkRow.ToWork(row);
        }
        catch (Exception exception) when (Unreadable.Is(exception))
        {
            LogUnreadable(exception, row.PartitionKey, row.RowKey);
            return null;
        }
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(Shard shard, string from, string before, int limit, CancellationToken cancellationToken) =>
        table.RowsAsync(shard.ToString(), from, before, limit, cancellationToken);

    [LoggerMessage(LogLevel.Error, "Row {Partition} {Row} cannot be read; it is left where it is.")]
    private partial void LogUnreadable(Exception exception, string partition, string row);
}

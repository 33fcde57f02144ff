using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The list of leads that no digest has held, and one row for each date whose digest was begun.</summary>
internal sealed class DigestRows(TableClient table)
{
    private const string Partition = "digest";
    private const string Until = "Until";
    private const string Sent = "Sent";
    private const string Receivers = "Receivers";
    private const string Leads = "Leads";
    private const string Letters = "Letters";
    private const char Separator = ':';
    private const int MostInOne = 100;

    public async Task RemoveAsync(IReadOnlyCollection<LeadHandle> leads, CancellationToken cancellationToken)
    {
        foreach (var shard in leads.GroupBy(lead => lead.Id.Shard))
        {
            foreach (var chunk in shard.Chunk(MostInOne))
            {
                await RemoveAsync(shard.Key, chunk, cancellationToken);
            }
        }
    }

    public async Task<bool> TryClaimAsync(DateOnly date, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var nonce = StorageCalls.NewNonce();
        var before = await table.FindAsync(Partition, Key(date), cancellationToken);
        if (before is not null && (before.Flag(Sent) || now < before.Time(Until)))
        {
            return false;
        }

        var row = new TableEntity(Partition, Key(date)) { [Columns.Nonce] = nonce, [Until] = until, [Sent] = false };
        try
        {
            await StorageCalls.RunAsync(
                token => before is null ? table.AddEntityAsync(row, token) : table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Merge, token),
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return (await table.FindAsync(Partition, Key(date), cancellationToken))?.GetString(Columns.Nonce) == nonce;
        }
    }

    public Task FinishAsync(DateOnly date, CancellationToken cancellationToken)
    {
        // Ids of leads are kept no longer than they are needed: a lead may be erased.
        var row = new TableEntity(Partition, Key(date)) { [Sent] = true, [Leads] = "", [Letters] = "", [Receivers] = "" };
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Merge, token), cancellationToken);
    }

    public async Task<DigestHold?> FindAsync(DateOnly date, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, Key(date), cancellationToken) is { } row && row.Words(Receivers) is { Count: > 0 } receivers
            ? new([.. row.Words(Leads).Select(ToHandle)], [.. row.Words(Letters).Select(SendKey.Parse)]) { Receivers = receivers }
            : null;

    public Task HoldAsync(DateOnly date, DigestHold hold, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, Key(date))
        {
            [Receivers] = Columns.Words(hold.Receivers),
            [Leads] = Columns.Words(hold.Leads.Take(DigestHold.Most).Select(ToText)),
            [Letters] = Columns.Words(hold.Letters.Take(DigestHold.Most).Select(letter => letter.ToString())),
        };
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Merge, token), cancellationToken);
    }

    private static string ToText(LeadHandle lead) => string.Create(CultureInfo.InvariantCulture, $"{lead.Id}{Separator}{lead.CapturedAt.UtcTicks}");

    private static LeadHandle ToHandle(string text) => text.Split(Separator) is [var id, var ticks]
        ? new(LeadId.Parse(id), new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero))
        : throw new FormatException("Not a lead of a digest.");

    // Deleting what is gone fails the whole transaction, so a repetition goes row by row.
    private async Task RemoveAsync(Shard shard, LeadHandle[] leads, CancellationToken cancellationToken)
    {
        var rows = leads.Select(lead => new TableEntity(shard.ToString(), RowKeys.Digest(lead.Id)) { ETag = ETag.All }).ToList();
        try
        {
            await table.CommitAsync(rows.Aggregate(new Batch(shard), (batch, row) => batch.Delete(row)), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            foreach (var row in rows)
            {
                await StorageCalls.RunAsync(token => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, token), cancellationToken);
            }
        }
    }

    private static string Key(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

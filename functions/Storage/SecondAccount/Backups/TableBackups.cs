using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Copies the rows of both tables into a table of the second account, a new one each day, every row sealed by itself.</summary>
/// <remarks>
/// Nothing stands still meanwhile. What moves while it is copied, as due work does, can be in a copy twice or not at all; whoever restores a copy
/// mends that. The keys of the months are in no copy: <see cref="KeyMirror"/> has them.
/// </remarks>
internal sealed class TableBackups(TableServiceClient account, TableClient leads, TableClient events, SealedRow rows, KeyMirror keys, TimeProvider clock) : IBackups
{
    // Part of the place that a seal is good for. The day is not: a table that was copied by other means opens all the same.
    private const string Place = "backup";

    private const string LeadsMark = "l~";
    private const string EventsMark = "e~";
    private const int BatchesBetweenMarks = 10;

    private static IReadOnlyList<PartRange> Ranges { get; } = [.. PartRange.OfLeads, .. PartRange.OfEvents];

    public bool IsSetUp => true;

    public async Task<IReadOnlyList<BackupPart>> UnfinishedAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var copy = Copy(day);
        await keys.UpdateAsync(cancellationToken);
        await StorageCalls.RunAsync(token => copy.CreateIfNotExistsAsync(token), cancellationToken);
        var finished = (await PartsAsync(copy, cancellationToken)).Where(part => part.FinishedAt is not null).Select(part => part.Name);
        return [.. Ranges.Select(range => range.Name).Except(finished).Select(name => new BackupPart(name))];
    }

    public async Task<bool> CopyAsync(DateOnly day, BackupPart part, CancellationToken cancellationToken)
    {
        var range = Ranges.Single(range => range.Name == part.Name);
        var (source, mark) = PartRange.OfEvents.Contains(range) ? (events, EventsMark) : (leads, LeadsMark);
        var copy = Copy(day);
        var before = await copy.FindAsync(PartRow.Partition, part.Name, cancellationToken) is { } found ? PartRow.Read(found) : new(part.Name, 0, null, null);
        var writing = new RowWriting(copy);
        var marked = 0L;
        try
        {
            await foreach (var row in range.RowsAsync(source, before.After, cancellationToken).Where(row => row.PartitionKey != DataKeyRow.Partition))
            {
                await writing.AddAsync(Close(row, mark), cancellationToken);
                if (writing.Written >= marked + (BatchesBetweenMarks * Batch.MostRows))
                {
                    await MarkAsync(finishedAt: null);
                    marked = writing.Written;
                }
            }

            await writing.FlushAsync(cancellationToken);
            await MarkAsync(clock.GetUtcNow());
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await MarkAsync(finishedAt: null);
            return false;
        }

        Task MarkAsync(DateTimeOffset? finishedAt) => PutAsync(
            copy,
            new(part.Name, before.Rows + writing.Written, writing.Last is { } last ? (last.Partition[mark.Length..], last.RowKey) : before.After, finishedAt));
    }

    public async Task<IReadOnlyList<StoredBackup>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<StoredBackup>();
        foreach (var day in await DaysAsync(cancellationToken))
        {
            var parts = await PartsAsync(Copy(day), cancellationToken);
            var isWhole = parts.Count(part => part.FinishedAt is not null) == Ranges.Count;
            all.Add(new(day, parts.Sum(part => part.Rows), isWhole ? parts.Max(part => part.FinishedAt) : null));
        }

        return all;
    }

    public Task RemoveAsync(DateOnly day, CancellationToken cancellationToken) =>
        StorageCalls.RunAsync(token => account.DeleteTableAsync(PartRow.TableOf(day), token), cancellationToken);

    public async Task<long> RestoreAsync(DateOnly day, bool isAgain, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).FirstOrDefault(backup => backup.Day == day) is not { } backup)
        {
            throw new BackupException($"There is no copy of {day:yyyy-MM-dd}.");
        }

        if (backup.FinishedAt is null)
        {
            throw new BackupException($"The copy of {day:yyyy-MM-dd} is not complete: take an earlier one.");
        }

        if (!isAgain && (await AnyAsync(leads, cancellationToken) || await AnyAsync(events, cancellationToken)))
        {
            throw new BackupException($"There are rows in '{leads.Name}' or '{events.Name}' already. A copy is restored into empty tables only; to go on after a restore that was cut short, say --again.");
        }

        await keys.RestoreAsync(cancellationToken);
        return await RestoreAsync(day, LeadsMark, leads, cancellationToken) + await RestoreAsync(day, EventsMark, events, cancellationToken);
    }

    private async Task<long> RestoreAsync(DateOnly day, string mark, TableClient target, CancellationToken cancellationToken)
    {
        var writing = new RowWriting(target);
        var range = new PartRange(mark, mark, TableRows.After(mark));
        await foreach (var kept in range.RowsAsync(Copy(day), after: null, cancellationToken))
        {
            var row = rows.Open(kept, Place);
            row.PartitionKey = row.PartitionKey[mark.Length..];
            await writing.AddAsync(row, cancellationToken);
        }

        await writing.FlushAsync(cancellationToken);
        return writing.Written;
    }

    private TableEntity Close(TableEntity row, string mark)
    {
        row.PartitionKey = mark + row.PartitionKey;
        return rows.Close(row, Place);
    }

    private TableClient Copy(DateOnly day) => account.GetTableClient(PartRow.TableOf(day));

    private async Task<List<DateOnly>> DaysAsync(CancellationToken cancellationToken)
    {
        var tables = await StorageCalls.RunAsync(async token => await account.QueryAsync(cancellationToken: token).ToListAsync(token), cancellationToken);
        return [.. tables.Select(table => PartRow.DayOf(table.Name)).OfType<DateOnly>().OrderDescending()];
    }

    private static async Task<List<PartRow>> PartsAsync(TableClient copy, CancellationToken cancellationToken) => await copy
        .RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {PartRow.Partition}"), Batch.MostRows, select: null, cancellationToken)
        .Select(PartRow.Read)
        .ToListAsync(cancellationToken);

    private static Task<Response> PutAsync(TableClient copy, PartRow part) =>
        StorageCalls.RunAsync(token => copy.UpsertEntityAsync(part.ToRow(), TableUpdateMode.Replace, token), CancellationToken.None);

    // A key that was made for an empty table is none of anybody's rows, and gives way.
    private static async Task<bool> AnyAsync(TableClient table, CancellationToken cancellationToken) =>
        await table.RowsAsync("", Batch.MostRows, select: null, cancellationToken).AnyAsync(row => row.PartitionKey != DataKeyRow.Partition, cancellationToken);
}

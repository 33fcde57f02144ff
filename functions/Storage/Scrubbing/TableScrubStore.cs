using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads the rows of leads kind by kind, and puts single ones right under the versions with which they were read.</summary>
public sealed class TableScrubStore(TableClient table) : IScrubStore
{
    private readonly ScrubTransaction repairs = new(table);

    public async Task<ShardBooks> ReadAsync(Shard shard, CancellationToken cancellationToken)
    {
        var books = new BookKeeping();

        // A few at once: they are ranges of one partition, and each is read page by page.
        await Task.WhenAll(
            ReadAsync(RowKeys.LeadPrefix, null, books.AddLead),
            ReadAsync(RowKeys.ContactPrefix, null, books.AddContact),
            ReadAsync(RowKeys.SubmissionPrefix, ["RowKey", .. LeadRow.HandleColumns], books.AddSubmission));
        await Task.WhenAll(
            ReadAsync(RowKeys.DuePrefix, null, books.AddDue),
            ReadAsync(RowKeys.PromisePrefix, null, books.AddDue),
            ReadAsync(RowKeys.SendPrefix, null, books.AddSend));
        await Task.WhenAll(
            ReadAsync(RowKeys.ReferencePrefix, BookKeeping.KeysAlone, books.AddReference),
            ReadAsync(RowKeys.DeadLetterPrefix, BookKeeping.KeysAlone, books.AddLetter),
            ReadAsync(RowKeys.DigestPrefix, BookKeeping.KeysAlone, books.AddOther),
            ReadAsync(RowKeys.TimelinePrefix, BookKeeping.KeysAlone, books.AddOther));
        return books.Close();

        async Task ReadAsync(string prefix, IReadOnlyCollection<string>? columns, Action<TableEntity> add)
        {
            await foreach (var row in table.RowsAsync(shard.ToString(), prefix, TableRows.After(prefix), int.MaxValue, columns, cancellationToken))
            {
                books.Read(row, add);
            }
        }
    }

    public async Task<LeadBook> ReadAgainAsync(LeadBook book, CancellationToken cancellationToken)
    {
        var shard = book.Id.Shard.ToString();
        var books = new BookKeeping();
        await AddAsync(RowKeys.Reference(book.Id), books.AddReference);
        if (await HandleAsync(book, cancellationToken) is { } handle)
        {
            await AddAsync(RowKeys.Lead(handle), books.AddLead);
        }

        // The versions first, and what they are to vouch for after them.
        var person = books.ContactOf(book.Id) ?? book.Lead?.Contact ?? book.Due.Select(work => (ContactKey?)work.Contact).FirstOrDefault();
        if (person is { } contact)
        {
            await AddAsync(RowKeys.Contact(contact), books.AddContact);
        }

        var before = await table.DueOfAsync(book.Id, cancellationToken).ToListAsync(cancellationToken);
        await AddAllAsync(table.BeginningAsync(book.Id.Shard, RowKeys.SendsOf(book.Id), cancellationToken), books.AddSend);
        await AddAllAsync(table.BeginningAsync(book.Id.Shard, RowKeys.DeadLettersOf(book.Id), cancellationToken), books.AddLetter);
        await AddAllAsync(table.BeginningAsync(book.Id.Shard, RowKeys.Digest(book.Id), cancellationToken), books.AddOther);
        await AddAllAsync(table.BeginningAsync(book.Id.Shard, RowKeys.TimelineOf(book.Id), cancellationToken), books.AddOther);
        await AddAllAsync(person is { } known ? table.BeginningAsync(known.Shard, RowKeys.SubmissionsOf(known), cancellationToken) : SubmissionsAsync(book.Id, cancellationToken), books.AddSubmission);
        var after = await table.DueOfAsync(book.Id, cancellationToken).ToListAsync(cancellationToken);

        // Work that moves to an earlier time while rows are read can be missed once, and not twice without a claim, which changes the contact.
        var tracks = after.Select(work => work.Key.Track).ToHashSet();
        return books.Close(book.Id) with { Due = [.. after, .. before.Where(work => !tracks.Contains(work.Key.Track))] };

        async Task AddAsync(string key, Action<TableEntity> add)
        {
            if (await table.FindAsync(shard, key, cancellationToken) is { } row)
            {
                books.Read(row, add);
            }
        }

        async Task AddAllAsync(IAsyncEnumerable<TableEntity> rows, Action<TableEntity> add)
        {
            await foreach (var row in rows)
            {
                books.Read(row, add);
            }
        }
    }

    public Task<bool> TryRepairAsync(LeadBook book, ScrubRepair repair, CancellationToken cancellationToken) => repairs.TryRunAsync(book, repair, cancellationToken);

    private async Task<LeadHandle?> HandleAsync(LeadBook book, CancellationToken cancellationToken) =>
        book.Lead?.Handle
        ?? (await table.FindAsync(book.Id.Shard.ToString(), RowKeys.Reference(book.Id), cancellationToken) is { } row ? LeadRow.ToHandle(book.Id, row) : null);

    private IAsyncEnumerable<TableEntity> SubmissionsAsync(LeadId lead, CancellationToken cancellationToken)
    {
        var id = lead.ToString();
        var filter = $"{TableRows.Beginning(lead.Shard.ToString(), RowKeys.SubmissionPrefix)} and {TableClient.CreateQueryFilter($"LeadId eq {id}")}";
        return table.RowsAsync(filter, int.MaxValue, select: null, cancellationToken);
    }
}

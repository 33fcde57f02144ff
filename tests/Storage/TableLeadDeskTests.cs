using Azure.Core;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Staff;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableLeadDeskTests(AzuriteFixture azurite) : LeadDeskContract, IAsyncLifetime
{
    private static readonly StaffActor Robin = new("robin@example.com", StaffRole.Staff, StaffDoor.Page);

    private TableLeadDesk? desk;

    private readonly TableClient table = new(azurite.ConnectionString, "desk" + Guid.CreateVersion7().ToString("n"));

    protected override ILeadStore Store => new TableLeadStore(table, NullLogger<TableLeadStore>.Instance);

    // One for the whole test: it remembers how far lists went back.
    protected override ILeadDesk Desk => desk ??= DeskOver(table);

    protected override ILeadLedger Ledger => new TableLeadLedger(table, Desk);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_change_whose_answer_was_lost_is_found_to_be_made_and_is_not_made_twice(int times)
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);
        var seen = (await Desk.FindAsync(lead.Id, default))!.Version;
        var lossy = DeskOver(new TableClient(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times)));

        var outcome = await lossy.ChangeAsync(lead.Id, new(new() { Note = "called back" }, Robin, ALead.Noon) { Version = seen }, default);

        Assert.IsType<ChangeOutcome.Done>(outcome);
        Assert.Single((await Desk.FindAsync(lead.Id, default))!.Timeline);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_hide_the_others()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);
        await table.AddEntityAsync(new TableEntity(lead.Contact.Shard.ToString(), RowKeys.Lead(new(new(lead.Id.Value ^ 16), ALead.Noon))) { ["Kind"] = "FromTheFuture" });

        Assert.Equal(lead.Id, Assert.Single((await Desk.ListAsync(LeadFilter.All, after: null, 10, default)).Leads).Id);
    }

    [Fact]
    public async Task No_key_holds_anything_of_the_person_or_of_staff()
    {
        var lead = ALead.Captured() with { IsUrgent = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        await Desk.ChangeAsync(lead.Id, new(new() { Note = "a note", Assignee = "robin@example.com", ReleasesArticles = true }, Robin, ALead.Noon) { Id = "robin@example.com" }, default);
        await Desk.ViewedAsync(lead.Id, Robin, ALead.Noon, default);

        var keys = await table.QueryAsync<TableEntity>().Select(row => row.PartitionKey + row.RowKey).ToListAsync();

        Assert.Equal(4, keys.Count(key => key.StartsWith($"{lead.Contact.Shard}T~{lead.Id}~", StringComparison.Ordinal)));
        Assert.All(keys, key => Assert.Matches("^a0[0-9a-f][A-Z]~!?[0-9a-f~]*((alert|visitor)\\.[0-9]+)?$", key));
    }

    [Fact]
    public async Task A_first_page_asks_every_shard_once_and_a_search_for_an_address_only_one()
    {
        for (var index = 0; index < 40; index++)
        {
            await Store.CaptureAsync(ALead.New(ALead.Captured(ALead.AContact(index % Shard.Count))), default);
        }

        var counting = new CountingTransport();
        var desk = DeskOver(new TableClient(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }));

        await desk.ListAsync(LeadFilter.All, after: null, 20, default);
        Assert.Equal(Shard.Count, counting.Requests);
        await desk.ListAsync(new() { Search = LeadSearch.Of("nobody@example.com", "PAMB", ALead.Keys) }, after: null, 20, default);
        Assert.Equal(Shard.Count + 1, counting.Requests);
    }

    [Fact]
    public async Task The_queue_asks_every_shard_twice_and_reads_little_more_than_it_shows_however_many_wait_and_however_many_are_in_touch()
    {
        var counting = new CountingRows();
        var options = new TableClientOptions();
        options.AddPolicy(counting, HttpPipelinePosition.PerRetry);
        var queue = new QueueReading(DeskOver(new TableClient(azurite.ConnectionString, table.Name, options)));
        await queue.ReadAsync(default);
        Assert.Equal((2 * Shard.Count, 0), counting.Take());

        // More of each section than it shows: those who wait are the newest, in touch are older, and what is held back is oldest.
        var leads = Enumerable.Range(0, 1600).Select(index => ALead.Captured(ALead.AContact(index % Shard.Count), ALead.Noon.AddMinutes(-index)) with
        {
            Status = index is >= 1200 and < 1400 ? LeadStatus.Contacted : LeadStatus.New,
            Quarantined = index >= 1400,
        });
        foreach (var shard in leads.GroupBy(lead => lead.Contact.Shard))
        {
            await table.SubmitTransactionAsync(shard.Select(lead => new TableTransactionAction(TableTransactionActionType.Add, LeadRow.ToRow(lead, "n"))));
        }

        var first = await queue.ReadAsync(default);
        counting.Take();
        var second = await queue.ReadAsync(default);

        var (requests, rows) = counting.Take();
        Assert.Equal((1000, 50, 50), (second.Appointments.Count, second.Contacted.Leads.Count, second.Quarantine.Leads.Count));
        Assert.Equal(Ids(first), Ids(second));
        Assert.Equal(2 * Shard.Count, requests);
        Assert.InRange(rows, 1103, 1103 * 5 / 4);
    }

    [Fact]
    public async Task The_books_name_a_lead_whose_row_is_gone_and_one_that_was_never_acknowledged()
    {
        var (lost, unaccounted) = (ALead.Captured(ALead.AContact(3)), ALead.Captured(ALead.AContact(4)));
        await Store.CaptureAsync(ALead.New(lost), default);
        await Store.CaptureAsync(ALead.New(unaccounted, "00"), default);
        await table.DeleteEntityAsync(lost.Contact.Shard.ToString(), RowKeys.Lead(lost.Handle));
        await table.DeleteEntityAsync(unaccounted.Contact.Shard.ToString(), RowKeys.Submission(unaccounted.Contact, "00"));

        var books = await Ledger.ReadAsync(ALead.Noon, ALead.Noon.AddMinutes(1), default);

        Assert.Equal([lost.Id], books.Lost);
        Assert.Equal([unaccounted.Id], books.Unaccounted);
    }

    private static IEnumerable<LeadId> Ids(WaitingList queue) =>
        queue.Appointments.Concat(queue.Contacted.Leads).Concat(queue.Quarantine.Leads).Select(lead => lead.Id);

    private static TableLeadDesk DeskOver(TableClient table) => new(table, NullLogger<TableLeadDesk>.Instance);
}

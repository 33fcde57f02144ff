using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableLeadStoreTests(AzuriteFixture azurite) : LeadStoreContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "leads" + Guid.CreateVersion7().ToString("n"));

    protected override ILeadStore Store => StoreOver(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_hide_the_others()
    {
        var lead = ALead.Captured() with { Email = null };
        await Store.CaptureAsync(ALead.New(lead), default);
        await table.AddEntityAsync(new TableEntity(lead.Contact.Shard.ToString(), RowKeys.Due(new()
        {
            Key = new(new(lead.Id.Value ^ 16), Track.Alert, 0),
            Lead = lead.Handle,
            Kind = lead.Kind,
            Contact = lead.Contact,
            DueAt = ALead.Noon.AddHours(-1),
        }))
        {
            ["State"] = "FromTheFuture",
        });

        var due = await Store.DueAsync(lead.Contact.Shard, ALead.Noon, int.MaxValue, default).ToListAsync();

        Assert.Equal(lead.Id, Assert.Single(due).Key.Lead);
        Assert.Equal(ALead.Noon.AddHours(-1), await Store.EarliestDueAsync(lead.Contact.Shard, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_move_whose_answer_was_lost_is_found_to_be_committed(int times)
    {
        var lead = ALead.Captured() with { Email = null };
        await Store.CaptureAsync(ALead.New(lead), default);
        var work = await Store.DueAsync(lead.Contact.Shard, ALead.Noon, 1, default).SingleAsync();
        var lossy = StoreOver(new TableClient(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times)));

        var outcome = await lossy.TryMoveAsync(new(work) { Next = work with { DueAt = ALead.Noon.AddHours(1) } }, default);

        Assert.IsType<MoveOutcome.Committed>(outcome);
    }

    [Fact]
    public async Task A_capture_whose_answer_was_lost_is_the_same_lead()
    {
        var lead = ALead.Captured();
        var lossy = StoreOver(new TableClient(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times: 1)));

        var outcome = await lossy.CaptureAsync(ALead.New(lead), default);

        Assert.Equal(new CaptureOutcome.Stored(lead.Id), outcome);
    }

    [Fact]
    public async Task A_release_whose_answer_was_lost_is_not_made_twice()
    {
        var lead = ALead.Captured() with { Quarantined = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        var lossy = StoreOver(new TableClient(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times: 1)));

        var released = await lossy.ReleaseAsync(lead.Handle, ALead.Noon.AddHours(1), default);

        Assert.Equal(ALead.Noon.AddHours(1), released!.ReleasedAt);
        Assert.Equal(2, await Store.DueAsync(lead.Contact.Shard, ALead.Noon.AddDays(1), int.MaxValue, default).CountAsync(work => work.Contact == lead.Contact));
    }

    [Fact]
    public async Task Storage_that_never_answers_is_unavailable()
    {
        var away = StoreOver(new TableClient(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times: int.MaxValue)));

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => away.CaptureAsync(ALead.New(ALead.Captured()), default));
    }

    [Fact]
    public async Task A_missing_table_is_storage_that_is_away()
    {
        var store = StoreOver(new TableClient(azurite.ConnectionString, "missing"));

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => store.CaptureAsync(ALead.New(ALead.Captured()), default));
    }

    [Fact]
    public async Task A_capture_is_one_request()
    {
        var counting = new CountingTransport();
        var store = StoreOver(new TableClient(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }));

        await store.CaptureAsync(ALead.New(ALead.Captured()), default);

        Assert.Equal(1, counting.Requests);
    }

    [Fact]
    public async Task No_key_holds_anything_of_the_person()
    {
        var lead = ALead.Captured() with { Concerns = ["depression"], Quarantined = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        await Store.ReleaseAsync(lead.Handle, ALead.Noon, default);

        var keys = await table.QueryAsync<TableEntity>().Select(row => row.PartitionKey + row.RowKey).ToListAsync();

        Assert.All(keys, key => Assert.Matches("^(a0[0-9a-f]|digest)[A-Z]~[0-9a-f~]*((alert|visitor)\\.[0-9]+)?$", key));
    }

    private static TableLeadStore StoreOver(TableClient table) => new(table, NullLogger<TableLeadStore>.Instance);
}

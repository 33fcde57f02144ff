using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableEventStoreTests(AzuriteFixture azurite) : EventStoreContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "events" + Guid.CreateVersion7().ToString("n"));

    protected override IEventStore Store => new TableEventStore(table, Stored);

    protected override IErasedLeads Erased => new ErasedRows(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Fact]
    public async Task Keys_are_digits_that_say_nothing_of_anybody()
    {
        await Store.KeepAsync([AnEvent.Of(MailEventKind.Processed), AnEvent.Of(MailEventKind.Delivered, new(LeadId.New(new(9)), Track.Alert, 0))], default);
        await Store.KeepOthersAsync([new(AnEvent.Key(), "open", ALead.Noon)], default);

        var keys = await table.QueryAsync<TableEntity>().SelectMany(row => new[] { row.PartitionKey, row.RowKey }.ToAsyncEnumerable()).ToListAsync();

        Assert.Equal(16, keys.Count);
        Assert.All(keys, key => Assert.Matches("^[0-9a-f~]+$", key));
    }

    [Fact]
    public async Task A_thousand_events_are_few_requests()
    {
        var counting = new CountingTransport();
        var store = new TableEventStore(new TableClient(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }), new EveryLead());
        var events = Enumerable.Range(0, 1000).Select(number => AnEvent.Of(MailEventKind.Delivered, new(LeadId.New(new(number % 16)), Track.Visitor, 0))).ToList();

        await store.KeepAsync(events, default);

        // One for each shard and hundred, ten for the hour, one for its mark, and one to ask whether any lead was erased.
        Assert.InRange(counting.Requests, 1, 28);
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_so()
    {
        var store = new TableEventStore(new TableClient(azurite.ConnectionString, "missing"), new EveryLead());

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => store.KeepAsync([AnEvent.Of(MailEventKind.Opened)], default));
    }
}

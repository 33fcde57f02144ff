using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableSessionStoreTests(AzuriteFixture azurite) : SessionStoreContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "leads" + Guid.CreateVersion7().ToString("n"));

    protected override ISessionStore Sessions => new TableSessionStore(table);

    protected override IKeyRingStore Keys => new TableKeyRing(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    protected override async Task<int> CountLinksAsync() => await table.QueryAsync<TableEntity>($"PartitionKey eq '{SignInRows.Links}'").CountAsync();

    [Fact]
    public async Task Storage_that_is_away_is_said_so()
    {
        var store = new TableSessionStore(new TableClient(azurite.ConnectionString, "missing"));

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => store.TryUseLinkAsync("0a", ALead.Noon, ALead.Noon, default));
    }
}

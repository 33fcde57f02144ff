using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryOutboxTests : OutboxContract
{
    private readonly InMemoryLeadStore leads = new();

    protected override ILeadStore Leads => leads;

    protected override IOutbox Outbox => leads.Outbox;
}

[Collection(AzuriteCollection.Name)]
public sealed class TableOutboxTests(AzuriteFixture azurite) : OutboxContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "leads" + Guid.CreateVersion7().ToString("n"));

    protected override ILeadStore Leads => new TableLeadStore(table, NullLogger<TableLeadStore>.Instance);

    protected override IOutbox Outbox => new TableOutbox(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Fact]
    public async Task Every_note_is_found_as_it_was_written_and_no_key_holds_anything_of_the_person()
    {
        var lead = ALead.Captured();
        OutboxNote[] notes =
        [
            OutboxNote.Captured(lead, ALead.Noon),
            OutboxNote.StatusChanged(lead.Handle, LeadStatus.Booked, ALead.Noon),
            OutboxNote.StatusChanged(lead.Handle, LeadStatus.New, ALead.Noon.AddTicks(1)),
        ];
        await table.CommitAsync(new Batch(lead.Contact.Shard).Note(notes), default);

        var found = await Outbox.WaitingAsync(lead.Contact.Shard, default).ToListAsync();

        Assert.Equal(notes.Select(Told), found.Select(Told));
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            Assert.Matches("^[OW]~[0-9a-f~]+$", row.RowKey);
        }

        static (OutboxKind, LeadHandle?, LeadStatus, DateTimeOffset) Told(OutboxNote note) => (note.Kind, note.Lead, note.Status, note.At);
    }
}

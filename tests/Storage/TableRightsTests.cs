using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableRightsTests(AzuriteFixture azurite) : RightsContract, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    private readonly TableClient table = new(azurite.ConnectionString, "leads" + Guid.CreateVersion7().ToString("n"));
    private readonly TableClient events = new(azurite.ConnectionString, "events" + Guid.CreateVersion7().ToString("n"));

    protected override ILeadStore Leads => new TableLeadStore(table, NullLogger<TableLeadStore>.Instance);

    protected override IPersonStore People => new TablePersonStore(table);

    protected override IErasureStore Erasures => new TableErasureStore(table);

    protected override IPrivacyRequests Requests => new TablePrivacyRequests(table);

    protected override ISuppressionList Suppressions => new TableSuppressionList(table);

    public async Task InitializeAsync()
    {
        await table.CreateAsync();
        await events.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await table.DeleteAsync();
        await events.DeleteAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task An_erasure_that_ends_after_any_write_is_gone_on_with_and_no_row_of_the_person_is_left(int writes)
    {
        var lead = await FullAsync();
        var other = await CapturedAsync();
        var broken = EraserOver(new() { Transport = new EndsAfter(writes), Retry = { MaxRetries = 0 } });

        var isCrashed = await Record.ExceptionAsync(() => broken.EraseAsync(lead.Contact)) is not null;
        if (await Erasures.BegunAsync(lead.Contact.Shard, default).ContainsAsync(lead.Contact))
        {
            await EraserOver(new()).EraseAsync(lead.Contact);
        }

        // What was told while it went on, or long after, does not come back.
        await new TableEventStore(events, new TableStoredLeads(table)).KeepAsync([AnEvent.Of(MailEventKind.Clicked, new(lead.Id, Track.Visitor, 1)), AnEvent.Of(MailEventKind.Clicked, new(lead.Id, Track.Visitor, 2))], default);
        var rows = await RowsAsync();
        Assert.Matches("^\\{\"PartitionKey\":\"0~e\",\"RowKey\":\"[0-9a-f]+\",\"At\":\"[^\"]+\"\\}$", Assert.Single(rows, row => row.Contains("0~e", StringComparison.Ordinal)));
        Assert.Equal(1, await new ErasedRows(events).ForgetErasedBeforeAsync(Noon.AddHours(3) + IErasedLeads.Remembered, default));

        // Nor a visit to a link when nobody remembers the erasure.
        var visit = AnEvent.Of(MailEventKind.Clicked, new(lead.Id, Track.Visitor, 1), Noon.AddDays(8)) with { MailMadeAt = Noon };
        await new TableEventStore(events, new TableStoredLeads(table)).KeepAsync([visit], default);
        rows = await RowsAsync();
        var theirs = rows.Where(row => row.Contains(lead.Contact.Hex, StringComparison.Ordinal) || row.Contains(lead.Id.ToString(), StringComparison.Ordinal)).ToList();

        Assert.True(isCrashed || writes == 6);
        Assert.DoesNotContain(rows, row => row.Contains("Erased Person", StringComparison.Ordinal) || row.Contains("erased@example.com", StringComparison.Ordinal));
        var suppression = Assert.Single(theirs);
        Assert.Contains("UnsubscribedAt", suppression, StringComparison.Ordinal);
        Assert.Matches("^\\{\"PartitionKey\":\"a0.\",\"RowKey\":\"C~[0-9a-f]+\",\"UnsubscribedAt\":\"[^\"]+\"\\}$", suppression);
        Assert.NotNull(await Leads.FindAsync(other.Handle, default));
    }

    [Fact]
    public async Task A_lead_of_many_rows_is_removed_in_as_many_transactions_as_it_takes()
    {
        var lead = await CapturedAsync();
        for (var from = 0; from < 250; from += 50)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(from, 50).Select(number =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(lead.Contact.Shard.ToString(), $"T~{lead.Id}~{number:D19}") { ["Note"] = "x" })));
        }

        await EraseAsync(lead.Contact);

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_erasure_whose_answers_were_lost_ends_all_the_same()
    {
        var lead = await FullAsync();

        await EraserOver(LosingAnswers.Of("$batch", times: 1)).EraseAsync(lead.Contact);

        Assert.Empty(await Erasures.BegunAsync(lead.Contact.Shard, default).ToListAsync());
        Assert.Empty((await People.FindAsync(lead.Contact, default))!.Leads);
    }

    private Eraser EraserOver(TableClientOptions options) => new(
        new TableErasureStore(new(azurite.ConnectionString, table.Name, options)),
        new TableEventStore(new(azurite.ConnectionString, events.Name, options), new TableStoredLeads(table)),
        new FakeTimeProvider(Noon.AddHours(3)),
        NullLogger<Eraser>.Instance);

    // Everything that there is of a lead.
    private async Task<Lead> FullAsync()
    {
        var lead = ALead.Captured() with { Name = ALead.Name("Erased Person"), Email = ALead.Email("erased@example.com") };
        await Leads.CaptureAsync(ALead.New(lead), default);
        var work = await Leads.DueAsync(lead.Contact.Shard, Noon, int.MaxValue, default).SingleAsync(due => due.Key.Lead == lead.Id && due.Key.Track == Track.Visitor);
        await Leads.TryMoveAsync(new(work) { Record = new() { Key = work.Key, Result = SendResult.DeadLetter, At = Noon }, DeadLetter = "No." }, default);
        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon)], default);
        await People.ChangeAsync(lead.Contact, contact => new(contact with { PausedUntil = Noon.AddDays(30) }, new ConsentReceipt(ConsentChannel.Calls, false, null, Noon, ConsentSource.PrivacyPage)), Noon, default);
        await Requests.AskAsync(lead.Contact, Noon, default);
        await table.AddEntityAsync(new TableEntity(lead.Contact.Shard.ToString(), $"T~{lead.Id}~1") { ["Note"] = "Erased Person called." });
        await table.AddEntityAsync(OutboxRow.ToRow(OutboxNote.Captured(lead, Noon)));
        await new TableEventStore(events, new TableStoredLeads(table)).KeepAsync([AnEvent.Of(MailEventKind.Delivered, new(lead.Id, Track.Visitor, 0)) with { Recipient = lead.Contact }], default);
        return lead;
    }

    private async Task<List<string>> RowsAsync() =>
    [
        .. await table.QueryAsync<TableEntity>().Concat(events.QueryAsync<TableEntity>())
            .Select(row => JsonSerializer.Serialize(row.Where(column => column.Key is not ("odata.etag" or "Timestamp")).ToDictionary()))
            .ToListAsync(),
    ];

    /// <summary>Does so many writes, and is then no more: as a process that is killed.</summary>
    private sealed class EndsAfter(int writes) : HttpPipelineTransport
    {
        private readonly HttpClientTransport real = new();
        private int left = writes;

        public override Request CreateRequest() => real.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message) =>
            message.Request.Method != RequestMethod.Get && Interlocked.Decrement(ref left) < 0
                ? throw new Azure.RequestFailedException("The process has ended.")
                : real.ProcessAsync(message);
    }
}

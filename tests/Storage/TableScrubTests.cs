using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

/// <summary>Each kind of damage done by hand to real rows, and mended; what is not damaged is left byte for byte alone.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableScrubTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    private readonly TableClient table = new(azurite.ConnectionString, "leads" + Guid.CreateVersion7().ToString("n"));
    private readonly TestApp app = new();

    private TableLeadStore Leads => new(table, NullLogger<TableLeadStore>.Instance);

    public Task InitializeAsync() => table.CreateAsync();

    public async Task DisposeAsync()
    {
        await table.DeleteAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_healthy_store_is_left_byte_for_byte_alone()
    {
        for (var shard = 0; shard < 4; shard++)
        {
            await CaptureAsync(ALead.Captured(ALead.AContact(shard)));
            await AlertedAsync(await CaptureAsync(ALead.Captured(ALead.AContact(shard)) with { IsUrgent = true }));
            await CaptureAsync(ALead.Captured(ALead.AContact(shard)) with { Quarantined = true });
            await CaptureAsync(ALead.Captured(ALead.AContact(shard)) with { Email = null });
        }

        var before = await RowsAsync();
        var answer = await ScrubAsync();

        Assert.Equal((16, 0, 0, 0), Counts(answer));
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("D~", Track.Alert)]
    [InlineData("D~", Track.Visitor)]
    [InlineData("A~", Track.Promise)]
    public async Task Work_whose_row_is_lost_has_a_row_again(string prefix, Track track)
    {
        var lead = await CaptureAsync();
        if (track == Track.Promise)
        {
            await AlertedAsync(lead);
        }

        await DeleteAsync(await RowAsync(prefix, row => row.GetString("Key") == $"{new SendKey(lead.Id, track, 0)}"));

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));
        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));

        var row = await RowAsync(prefix, row => row.GetString("Key") == $"{new SendKey(lead.Id, track, 0)}");
        Assert.Equal("Due", row.GetString("State"));
        Assert.Equal(lead.Contact.Hex, row.GetString("Contact"));
    }

    [Fact]
    public async Task A_reference_that_is_lost_leads_to_its_lead_again()
    {
        var lead = await CaptureAsync();
        await DeleteAsync(await RowAsync("R~"));
        Assert.Null(await Leads.FindByIdAsync(lead.Id, default));

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));

        Assert.Equal(lead.Id, (await Leads.FindByIdAsync(lead.Id, default))!.Id);
    }

    [Fact]
    public async Task A_lead_whose_submission_is_lost_is_found_among_the_persons_leads_again_and_can_be_erased()
    {
        var lead = await CaptureAsync();
        await DeleteAsync(await RowAsync("K~"));
        Assert.Empty((await new TablePersonStore(table).FindAsync(lead.Contact, default))!.Leads);

        Assert.Equal((1, 1, 0, 0), Counts(await ScrubAsync()));

        Assert.Equal(lead.Id, Assert.Single((await new TablePersonStore(table).FindAsync(lead.Contact, default))!.Leads).Id);
        await new TableErasureStore(table).RemoveAsync(lead.Contact, lead.Handle, default);
        Assert.Equal([$"C~{lead.Contact}"], await table.QueryAsync<TableEntity>().Select(row => row.RowKey).ToListAsync());
    }

    [Fact]
    public async Task A_lead_that_came_while_a_copy_was_made_has_all_that_it_needs_again()
    {
        var lead = await CaptureAsync();
        foreach (var prefix in new[] { "C~", "D~", "D~", "K~" })
        {
            await DeleteAsync(await RowAsync(prefix));
        }

        Assert.Equal((1, 4, 0, 0), Counts(await ScrubAsync()));
        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));

        Assert.Equal(2, await Leads.DueAsync(lead.Contact.Shard, app.Clock.GetUtcNow(), 10, default).CountAsync());
        Assert.Equal(lead.Id, (await Leads.FindContactAsync(lead.Contact, default))!.LatestLead);
    }

    [Fact]
    public async Task Rows_of_a_lead_that_nobody_knows_of_are_taken_away()
    {
        var kept = await CaptureAsync();
        var lead = await CaptureAsync(ALead.Captured(kept.Contact));
        await AlertedAsync(lead);
        await table.AddEntityAsync(new TableEntity(lead.Id.Shard.ToString(), $"T~{lead.Id}~1") { ["Note"] = "Somebody called." });
        await table.AddEntityAsync(WorkRow.ToDeadLetterRow(await WorkAsync(lead, Track.Visitor), "No.", Noon, "n"));
        await DeleteAsync(await RowAsync("L~", row => row.GetString("LeadId") == lead.Id.ToString()));
        await DeleteAsync(await RowAsync("K~", row => row.GetString("LeadId") == lead.Id.ToString()));

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));

        Assert.DoesNotContain(await table.QueryAsync<TableEntity>().ToListAsync(), row => row.RowKey.Contains(lead.Id.ToString(), StringComparison.Ordinal) || row.GetString("LeadId") == lead.Id.ToString());
        Assert.NotNull(await Leads.FindByIdAsync(kept.Id, default));
        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));
    }

    [Fact]
    public async Task A_note_about_a_lead_that_was_erased_meanwhile_is_taken_away()
    {
        await CaptureAsync();
        await table.AddEntityAsync(new TableEntity("a0a", "T~0000000a~0000000000000000001~n~00") { ["Note"] = "Somebody called." });

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));

        Assert.DoesNotContain(await RowsAsync(), row => row.Contains("Somebody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_acknowledged_lead_that_is_not_there_is_told_of_and_its_traces_stay()
    {
        var lead = await CaptureAsync();
        await DeleteAsync(await RowAsync("L~"));
        var before = await RowsAsync();

        var answer = await ScrubAsync();

        Assert.Equal((0, 0, 0, 1), Counts(answer));
        Assert.Equal([$"LeadLost {lead.Id.Shard} {lead.Id}"], answer.Reported);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Work_that_was_done_and_was_copied_before_that_is_taken_away()
    {
        var lead = await CaptureAsync();
        var work = await RowAsync("D~", row => row.GetString("Key") == $"{new SendKey(lead.Id, Track.Visitor, 0)}");
        var first = await WorkAsync(lead, Track.Visitor);
        var next = first with { Key = first.Key with { Step = 1 }, DueAt = Noon.AddDays(1) };
        await Leads.TryMoveAsync(new(first) { Next = next, Record = new() { Key = first.Key, Result = SendResult.Accepted, At = Noon } }, default);
        await table.AddEntityAsync(work);

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));

        Assert.Equal($"{next.Key}", (await RowAsync("D~", row => row.GetString("Key")!.Contains("visitor", StringComparison.Ordinal))).GetString("Key"));
    }

    [Fact]
    public async Task Work_that_is_there_twice_is_there_once()
    {
        var lead = await CaptureAsync();
        await table.AddEntityAsync(WorkRow.ToRow(await WorkAsync(lead, Track.Visitor) with { DueAt = Noon.AddHours(1) }, "n"));

        Assert.Equal((1, 0, 1, 0), Counts(await ScrubAsync()));

        Assert.Equal(Noon, (await WorkAsync(lead, Track.Visitor)).DueAt);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_told_of_and_its_lead_is_left_alone()
    {
        var lead = await CaptureAsync();
        var row = await RowAsync("L~");
        row["Kind"] = "Telegram";
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        var before = await RowsAsync();

        var answer = await ScrubAsync();

        Assert.Equal([$"Unreadable {lead.Id.Shard} {lead.Id}"], answer.Reported);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_person_who_is_being_erased_is_left_to_the_erasure()
    {
        var lead = await CaptureAsync();
        await DeleteAsync(await RowAsync("R~"));
        await new TableErasureStore(table).BeginAsync(lead.Contact, Noon, default);
        var before = await RowsAsync();

        Assert.Equal((1, 0, 0, 0), Counts(await ScrubAsync()));
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("L~")]
    [InlineData("C~")]
    public async Task A_repair_does_not_hold_when_the_lead_or_the_person_has_changed_since(string prefix)
    {
        var lead = await CaptureAsync();
        await DeleteAsync(await RowAsync("D~", row => row.GetString("Key") == $"{new SendKey(lead.Id, Track.Visitor, 0)}"));
        var store = new TableScrubStore(table);
        var book = await store.ReadAgainAsync(Assert.Single((await store.ReadAsync(lead.Contact.Shard, default)).Books), default);
        var repair = Assert.Single(app.Get<ScrubRules>().Look(book, Noon)).Repair!;
        var row = await RowAsync(prefix);
        await table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Nonce"] = "other" }, ETag.All, TableUpdateMode.Merge);
        var before = await RowsAsync();

        Assert.False(await store.TryRepairAsync(book, repair, default));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Work_that_moves_to_an_earlier_time_while_it_is_looked_for_is_found()
    {
        var lead = await CaptureAsync();
        var row = await RowAsync("D~", row => row.GetString("Key") == $"{new SendKey(lead.Id, Track.Visitor, 0)}");
        var book = Assert.Single((await new TableScrubStore(table).ReadAsync(lead.Contact.Shard, default)).Books);
        var unseen = new UnseenOnce(() => DeleteAsync(row), () => table.AddEntityAsync(row));
        var store = new TableScrubStore(new(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = unseen }));

        var again = await store.ReadAgainAsync(book, default);

        Assert.True(unseen.IsDone);
        Assert.Single(again.Due, due => due.Key.Track == Track.Visitor);
        Assert.Empty(app.Get<ScrubRules>().Look(again, Noon));
    }

    private static (int Leads, int Mended, int Dropped, int Left) Counts(ScrubAnswer answer) => (answer.Leads, answer.Mended, answer.Dropped, answer.Left);

    private async Task<ScrubAnswer> ScrubAsync() => (await new ScrubHandler(
        new TableScrubStore(table), app.Get<ScrubRules>(), app.Upkeep, app.Clock, NullLogger<ScrubHandler>.Instance).HandleAsync(cursor: null, default))!;

    private async Task<Lead> CaptureAsync(Lead? lead = null)
    {
        lead ??= ALead.Captured();
        await Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    // The alert has gone to somebody, and the promise runs.
    private async Task AlertedAsync(Lead lead)
    {
        var alert = await WorkAsync(lead, Track.Alert);
        var promise = new DueWork { Key = new(lead.Id, Track.Promise, 0), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = Noon.AddHours(4), IsUrgent = lead.IsUrgent };
        await Leads.TryMoveAsync(new(alert) { Begins = promise, Record = new() { Key = alert.Key, Result = SendResult.Accepted, At = Noon } }, default);
    }

    private Task<DueWork> WorkAsync(Lead lead, Track track) =>
        Leads.DueAsync(lead.Contact.Shard, Noon.AddDays(1), int.MaxValue, default).SingleAsync(work => work.Key.Lead == lead.Id && work.Key.Track == track).AsTask();

    private async Task<TableEntity> RowAsync(string prefix, Func<TableEntity, bool>? wanted = null) => await table.QueryAsync<TableEntity>()
        .FirstAsync(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal) && wanted?.Invoke(row) != false);

    private Task<Response> DeleteAsync(TableEntity row) => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);

    private async Task<List<string>> RowsAsync() =>
        await table.QueryAsync<TableEntity>().Select(row => JsonSerializer.Serialize(row.ToDictionary())).ToListAsync();

    /// <summary>The first question for due work does not see a row that is there before it and after it, as where the row moves from behind the reader to before it.</summary>
    private sealed class UnseenOnce(Func<Task> takeAway, Func<Task> putBack) : HttpPipelineTransport
    {
        private readonly HttpClientTransport real = new();

        public bool IsDone { get; private set; }

        public override Request CreateRequest() => real.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            if (IsDone || !message.Request.Uri.ToString().Contains("D~", StringComparison.Ordinal))
            {
                await real.ProcessAsync(message);
                return;
            }

            IsDone = true;
            await takeAway();
            await real.ProcessAsync(message);
            await putBack();
        }
    }
}

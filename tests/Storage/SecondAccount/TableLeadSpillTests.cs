using System.Text;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableLeadSpillTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Key = SealingKeys.New("2026a");

    private readonly TableClient table = new(azurite.ConnectionString, "spill" + Guid.CreateVersion7().ToString("n"));

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Fact]
    public async Task A_lead_that_waits_is_the_lead_that_came()
    {
        var lead = ALead.New(ALead.Captured() with { Message = "Zoë, \"please\"", IsUrgent = true, Source = new() { Campaign = "spring" } });

        Assert.Equal(new CaptureOutcome.Stored(lead.Lead.Id), await SpillWith(Key).KeepAsync(lead, default));

        var waiting = Assert.Single(await SpillWith(Key).WaitingAsync(default).ToListAsync());
        Assert.Equivalent(lead, waiting.Lead, strict: true);
    }

    [Fact]
    public async Task The_same_submission_is_kept_once_and_another_content_is_a_conflict()
    {
        var lead = ALead.New(ALead.Captured());
        await SpillWith(Key).KeepAsync(lead, default);

        Assert.Equal(new CaptureOutcome.Repeated(lead.Lead.Id), await SpillWith(Key).KeepAsync(lead.WithOtherId(), default));
        Assert.IsType<CaptureOutcome.Conflicting>(await SpillWith(Key).KeepAsync(lead with { Fingerprint = "other" }, default));
        Assert.Single(await SpillWith(Key).WaitingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_lead_whose_answer_was_lost_on_the_way_is_kept_once()
    {
        var lossy = new TableLeadSpill(
            new(azurite.ConnectionString, table.Name, LosingAnswers.Of(table.Name, 1)), Rows(Key), NullLogger<TableLeadSpill>.Instance);
        var lead = ALead.New(ALead.Captured());

        Assert.Equal(new CaptureOutcome.Stored(lead.Lead.Id), await lossy.KeepAsync(lead, default));
        Assert.Single(await SpillWith(Key).WaitingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task What_is_done_waits_no_more_and_is_done_once_for_all()
    {
        await SpillWith(Key).KeepAsync(ALead.New(ALead.Captured()), default);
        var waiting = await SpillWith(Key).WaitingAsync(default).SingleAsync();

        await SpillWith(Key).DoneAsync(waiting, default);
        await SpillWith(Key).DoneAsync(waiting, default);

        Assert.Empty(await SpillWith(Key).WaitingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_lead_whose_key_is_missing_keeps_no_other_from_being_read_and_stays()
    {
        await SpillWith(Key).KeepAsync(ALead.New(ALead.Captured()), default);
        var newer = SealingKeys.New("2026b");
        var second = ALead.New(ALead.Captured());
        await SpillWith(newer).KeepAsync(second, default);

        Assert.Equal(second.Lead.Id, Assert.Single(await SpillWith(newer).WaitingAsync(default).ToListAsync()).Lead.Lead.Id);
        Assert.Equal(2, (await SpillWith(newer, Key).WaitingAsync(default).ToListAsync()).Count);
    }

    [Fact]
    public async Task Nobody_without_the_key_reads_anything_about_anybody()
    {
        await SpillWith(Key).KeepAsync(ALead.New(ALead.Captured() with { Message = "I cannot sleep" }), default);

        var row = await table.QueryAsync<TableEntity>().SingleAsync();
        var everything = string.Join('\n', row.Select(column => column.Value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{column.Key} {column.Value}"));

        Assert.All(["Robin", "robin@", "0123", "depression", "sleep"], canary => Assert.DoesNotContain(canary, everything, StringComparison.OrdinalIgnoreCase));
    }

    private TableLeadSpill SpillWith(params string[] keys) => new(table, Rows(keys), NullLogger<TableLeadSpill>.Instance);

    private static SealedRow Rows(params string[] keys) => new(new(SealingKeys.Of(keys)));
}

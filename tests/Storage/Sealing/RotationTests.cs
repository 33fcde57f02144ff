using Azure.Data.Tables;
using LeadFunctions.Encryption;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class RotationTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Old = SealingKeys.New("2026a");
    private static readonly string Newer = SealingKeys.New("2026b");
    private static readonly StaffActor Staff = new("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page);

    private SealedStage stage = null!;

    public async Task InitializeAsync() => stage = await SealedStage.SetAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task After_a_rotation_all_leads_are_read_without_the_old_key()
    {
        var app = stage.Instance(Old);
        var march = await app.CaptureAsync(ALead.Captured());
        stage.Clock.SetUtcNow(new(2026, 4, 10, 0, 0, 0, TimeSpan.Zero));
        var april = await app.CaptureAsync(ALead.Captured(at: stage.Clock.GetUtcNow()));

        Assert.Equal(2, (await stage.Instance(Newer, Old).Sealing.OlderKeysAsync(default)).Months);
        var answer = await RotateAsync(stage.Instance(Newer, Old));

        Assert.Equal((3, 2, 0, null), (answer.Months, answer.Wrapped, answer.Sealed, answer.Next));
        Assert.False(answer.OlderKeys!.Needed);
        var reader = stage.Instance(Newer);
        foreach (var lead in new[] { march, april })
        {
            Assert.Equivalent(lead, await reader.Store.FindAsync(lead.Handle, default), strict: true);
        }

        Assert.Equal((3, 0), await RotateAsync(reader) is { } again ? (again.Months, again.Wrapped) : default);
    }

    [Fact]
    public async Task It_seals_what_is_plain_and_leaves_everything_else_of_it()
    {
        var plain = stage.Instance();
        var lead = await plain.CaptureAsync(ALead.Captured() with { Message = "my sorrow" });
        await plain.Desk.ChangeAsync(lead.Id, new(new() { Status = LeadStatus.Contacted, Note = "her sister called" }, Staff, ALead.Noon), default);
        var before = await plain.Desk.FindAsync(lead.Id, default);

        var answer = await RotateAsync(stage.Instance(Old));

        Assert.Equal((2, 2), (answer.Months, answer.Sealed));
        var after = await stage.Instance(Old).Desk.FindAsync(lead.Id, default);
        Assert.Equivalent(before!.Lead, after!.Lead, strict: true);
        Assert.Equivalent(before.Timeline, after.Timeline, strict: true);
        var texts = (await stage.Plain.QueryAsync<TableEntity>().ToListAsync()).SelectMany(row => row.Select(column => column.Value)).OfType<string>();
        Assert.DoesNotContain(texts, text => text.Contains("sorrow", StringComparison.Ordinal) || text.Contains("sister", StringComparison.Ordinal) || text.Contains("robin@", StringComparison.Ordinal));
        Assert.Equal(lead.Id, Assert.Single(await stage.Instance(Old).SearchAsync("robin")).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Cut_short_anywhere_it_is_asked_again_and_does_the_rest(int requests)
    {
        var plain = stage.Instance();
        var leads = new List<Lead>();
        for (var number = 0; number < 8; number++)
        {
            leads.Add(await plain.CaptureAsync(ALead.Captured(ALead.AContact(number))));
        }

        var dying = new RotateHandler(stage.Instance(CutAfter(requests), Newer).Sealing, stage.Clock, NullLogger<RotateHandler>.Instance);
        Assert.IsType<RotateResult.Away>(await dying.HandleAsync(cursor: null, default));
        await RotateAsync(stage.Instance(Newer));

        var reader = stage.Instance(Newer);
        foreach (var lead in leads)
        {
            Assert.DoesNotContain("Name", (await stage.RowAsync(lead)).Keys);
            Assert.Equivalent(lead, await reader.Store.FindAsync(lead.Handle, default), strict: true);
        }
    }

    [Fact]
    public async Task More_leads_than_one_transaction_holds_are_sealed()
    {
        var plain = stage.Instance();
        for (var number = 0; number < 60; number++)
        {
            await plain.CaptureAsync(ALead.Captured(ALead.AContact(3)));
        }

        var sealing = stage.Instance(Old).Sealing;
        Assert.Equal(new SealedRows(60, IsAll: true), await sealing.SealAsync(new Shard(3), default));
        Assert.Equal(new SealedRows(0, IsAll: true), await sealing.SealAsync(new Shard(3), default));
    }

    [Fact]
    public async Task Time_that_is_up_is_said_with_the_place_to_go_on()
    {
        await stage.Instance().CaptureAsync(ALead.Captured(ALead.AContact(9)));
        using var up = new CancellationTokenSource();
        await up.CancelAsync();

        var rows = await stage.Instance(Old).Sealing.SealAsync(new Shard(9), up.Token);

        Assert.Equal(new SealedRows(0, IsAll: false), rows);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a0")]
    [InlineData("")]
    public async Task What_is_no_cursor_is_refused(string cursor) =>
        Assert.IsType<RotateResult.NoCursor>(await HandlerOf(stage.Instance(Old)).HandleAsync(cursor, default));

    [Fact]
    public async Task Without_a_key_there_is_nothing_to_rotate() => Assert.IsType<RotateResult.Off>(await HandlerOf(stage.Instance()).HandleAsync(cursor: null, default));

    [Fact]
    public async Task The_second_account_has_the_keys_and_loses_a_shredded_one_but_never_takes_another_for_it()
    {
        var app = stage.Instance(Old);
        await app.Sealing.PrepareAsync(default);
        await app.Mirror.UpdateAsync(default);
        var march = await stage.Plain.KeyRowsAsync(default).FirstAsync();

        // The table was emptied, and a key made anew.
        await stage.Plain.DeleteEntityAsync(march.PartitionKey, march.RowKey);
        await stage.Instance(Old).Sealing.PrepareAsync(default);
        await app.Mirror.UpdateAsync(default);
        Assert.Contains(stage.Logs, line => line.Contains("202603 is another one in the second account", StringComparison.Ordinal));
        await app.Mirror.RestoreAsync(default);
        Assert.Equal(march.GetBinary("Wrapped"), (await stage.Plain.KeyRowsAsync(default).FirstAsync()).GetBinary("Wrapped"));

        // Wrapped anew it is the same key.
        await stage.Instance(Newer, Old).Sealing.WrapAsync(default);
        Assert.Equal(0, await stage.Instance(Newer).Mirror.OlderAsync(default));

        stage.Clock.SetUtcNow(new(2026, 4, 10, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await stage.Instance(Newer).Sealing.ShredAsync(default));
        await stage.Instance(Newer).Mirror.UpdateAsync(default);
        await app.Mirror.RestoreAsync(default);
        Assert.Equal(["202604"], await stage.MonthsAsync());
    }

    private async Task<RotateAnswer> RotateAsync(SealedInstance app) =>
        Assert.IsType<RotateResult.Done>(await HandlerOf(app).HandleAsync(cursor: null, default)).Answer;

    private RotateHandler HandlerOf(SealedInstance app) => new(app.Sealing, stage.Clock, NullLogger<RotateHandler>.Instance);

    private static TableClientOptions CutAfter(int requests)
    {
        var seen = 0;
        return new()
        {
            Retry = { MaxRetries = 0 },
            Transport = new CountingTransport
            {
                Answered = path =>
                {
                    if (++seen > requests)
                    {
                        throw new Azure.RequestFailedException("The connection is cut.");
                    }
                },
            },
        };
    }
}

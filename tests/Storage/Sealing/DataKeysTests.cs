using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class DataKeysTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Key = SealingKeys.New("2026a");

    private SealedStage stage = null!;

    public async Task InitializeAsync() => stage = await SealedStage.SetAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Of_instances_that_race_for_the_first_key_of_a_month_all_take_the_same_and_every_lead_opens()
    {
        var captured = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            Task.Run(() => stage.Instance(Key).CaptureAsync(ALead.Captured(ALead.AContact(number % Shard.Count))))));

        Assert.Equal(["202603"], await stage.MonthsAsync());
        var reader = stage.Instance(Key);
        Assert.All(captured, lead => Assert.Equal(lead.Name, reader.Store.FindAsync(lead.Handle, default).Result!.Name));
    }

    [Fact]
    public async Task With_a_new_month_comes_a_new_key_and_the_old_one_still_opens()
    {
        var app = stage.Instance(Key);
        var march = await app.CaptureAsync(ALead.Captured());
        stage.Clock.SetUtcNow(new(2026, 3, 31, 23, 59, 59, TimeSpan.Zero));
        var last = await app.CaptureAsync(ALead.Captured(at: stage.Clock.GetUtcNow()));
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        var april = await app.CaptureAsync(ALead.Captured(at: stage.Clock.GetUtcNow()));

        Assert.Equal(["202603", "202604"], await stage.MonthsAsync());
        Assert.Equal(["202603", "202603", "202604"], [await UnderAsync(march), await UnderAsync(last), await UnderAsync(april)]);
        var reader = stage.Instance(Key);
        Assert.All([march, last, april], lead => Assert.Equal(lead.Email, reader.Store.FindAsync(lead.Handle, default).Result!.Email));

        async Task<string> UnderAsync(Lead lead) => (await stage.RowAsync(lead)).GetString("SealedUnder");
    }

    [Fact]
    public async Task The_next_months_key_is_there_before_the_month_and_is_not_asked_for_again()
    {
        var counting = new CountingTransport();
        var app = stage.Instance(new TableClientOptions { Transport = counting }, Key);

        stage.Clock.SetUtcNow(new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero));
        await app.Sealing.PrepareAsync(default);
        Assert.Equal(["202612", "202701"], await stage.MonthsAsync());
        var asked = counting.Requests;
        await app.Sealing.PrepareAsync(default);
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await app.CaptureAsync(ALead.Captured(at: stage.Clock.GetUtcNow()));

        Assert.Equal(asked + 1, counting.Requests);
    }

    [Fact]
    public async Task Of_an_instance_that_has_just_started_all_visitors_share_one_look_for_the_key()
    {
        var counting = new CountingTransport();
        var app = stage.Instance(new TableClientOptions { Transport = counting }, Key);

        var captured = await Task.WhenAll(Enumerable.Range(0, Shard.Count).Select(number => app.CaptureAsync(ALead.Captured(ALead.AContact(number)))));
        Assert.Equal(captured.Length + 2, counting.Requests);

        counting = new();
        var reader = stage.Instance(new TableClientOptions { Transport = counting }, Key);
        await Task.WhenAll(captured.Select(lead => reader.Store.FindAsync(lead.Handle, default)));
        Assert.Equal(captured.Length + 1, counting.Requests);
    }

    [Fact]
    public async Task While_storage_is_away_there_is_no_key_and_that_is_all_that_is_said()
    {
        var away = stage.Instance(RefusingRequests.Of(""), Key);

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => away.Store.CaptureAsync(ALead.New(ALead.Captured()), default));
        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => away.Sealing.PrepareAsync(default));
    }

    [Fact]
    public async Task A_key_is_shredded_when_the_last_row_of_its_month_is_gone_and_not_before()
    {
        var app = stage.Instance(Key);
        var (first, second) = (await app.CaptureAsync(ALead.Captured(ALead.AContact(3))), await app.CaptureAsync(ALead.Captured(ALead.AContact(12))));
        await app.Sealing.PrepareAsync(default);
        var kept = await stage.RowAsync(second);

        stage.Clock.SetUtcNow(new(2026, 4, 2, 23, 0, 0, TimeSpan.Zero));
        await app.Erasures.RemoveAsync(first.Contact, first.Handle, default);
        Assert.Equal(0, await app.Sealing.ShredAsync(default));
        await app.Erasures.RemoveAsync(second.Contact, second.Handle, default);
        Assert.Equal(0, await app.Sealing.ShredAsync(default));
        stage.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await app.Sealing.ShredAsync(default));
        Assert.Equal(0, await app.Sealing.ShredAsync(default));

        Assert.Equal(["202604"], await stage.MonthsAsync());
        await stage.Plain.AddEntityAsync(kept);
        await Assert.ThrowsAsync<SealBrokenException>(() => stage.Instance(Key).Store.FindAsync(second.Handle, default));
    }

    [Fact]
    public async Task A_key_stays_while_a_note_needs_it_though_all_leads_of_its_month_are_gone()
    {
        var app = stage.Instance(Key);
        var lead = await app.CaptureAsync(ALead.Captured());
        stage.Clock.SetUtcNow(new(2026, 4, 10, 0, 0, 0, TimeSpan.Zero));
        var staff = new StaffActor("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page);
        await app.Desk.ChangeAsync(lead.Id, new(new() { Note = "called her" }, staff, stage.Clock.GetUtcNow()), default);

        stage.Clock.SetUtcNow(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await app.Sealing.ShredAsync(default));
        await app.Erasures.RemoveAsync(lead.Contact, lead.Handle, default);
        Assert.Equal(2, await app.Sealing.ShredAsync(default));
    }

    [Fact]
    public async Task A_key_stays_while_a_lead_needs_it_that_was_captured_in_another_month()
    {
        var app = stage.Instance(Key);
        stage.Clock.SetUtcNow(new(2026, 4, 10, 0, 0, 0, TimeSpan.Zero));
        var late = await app.CaptureAsync(ALead.Captured());

        stage.Clock.SetUtcNow(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await app.Sealing.ShredAsync(default));
        Assert.Equal(late.Name, (await stage.Instance(Key).Store.FindAsync(late.Handle, default))!.Name);
    }

    [Fact]
    public async Task Where_a_clock_comes_back_to_a_shredded_month_another_key_is_made()
    {
        var app = stage.Instance(Key);
        await app.Sealing.PrepareAsync(default);
        stage.Clock.SetUtcNow(new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, await app.Sealing.ShredAsync(default));

        await using var before = await SealedStage.SetAsync(azurite.ConnectionString);
        foreach (var row in await stage.Plain.KeyRowsAsync(default).ToListAsync())
        {
            await before.Plain.AddEntityAsync(row);
        }

        var lead = await before.Instance(Key).CaptureAsync(ALead.Captured());

        Assert.Equal("202603a", (await before.RowAsync(lead)).GetString("SealedUnder"));
        Assert.Equal(lead.Name, (await before.Instance(Key).Store.FindAsync(lead.Handle, default))!.Name);
    }
}

using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class SealedRowsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Key = SealingKeys.New("2026a");
    private static readonly StaffActor Staff = new("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page);

    private SealedStage stage = null!;

    public async Task InitializeAsync() => stage = await SealedStage.SetAsync(azurite.ConnectionString);

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_row_says_nothing_of_the_person_and_the_lead_is_whole()
    {
        var app = stage.Instance(Key);
        var lead = await app.CaptureAsync(ALead.Captured() with { Message = "Nobody knows my “sorrow”. ¿Y tú?", Source = new() { Page = "/depression", Term = "robin needs help" } });

        var stored = await stage.RowAsync(lead);

        Assert.All(
            (string[])["Name", "Email", "Phone", "Message", "Source", "ClosedReason", "LastDigits", .. DeskColumns.NameColumns],
            column => Assert.DoesNotContain(column, stored.Keys));
        Assert.All(stored.Select(column => column.Value).OfType<string>(), text => Assert.DoesNotContain("robin", text, StringComparison.OrdinalIgnoreCase));
        Assert.Equivalent(lead, await stage.Instance(Key).Store.FindAsync(lead.Handle, default), strict: true);
    }

    [Fact]
    public async Task What_staff_write_and_why_it_was_closed_is_sealed_too_and_a_change_leaves_the_rest_as_it_was()
    {
        var app = stage.Instance(Key);
        var lead = await app.CaptureAsync(ALead.Captured());
        var before = await stage.RowAsync(lead);

        await app.Desk.ChangeAsync(lead.Id, new(new() { Status = LeadStatus.Closed, ClosedReason = "moved to Reno", Note = "her sister called" }, Staff, ALead.Noon), default);

        var rows = await stage.Plain.QueryAsync<TableEntity>().ToListAsync();
        Assert.All(rows.SelectMany(row => row.Select(column => column.Value)).OfType<string>(), text => Assert.False(text.Contains("Reno", StringComparison.Ordinal) || text.Contains("sister", StringComparison.Ordinal)));
        var file = (await stage.Instance(Key).Desk.FindAsync(lead.Id, default))!;
        Assert.Equal(("moved to Reno", lead.Email), (file.Lead.ClosedReason, file.Lead.Email));
        Assert.Contains(file.Timeline, entry => entry.Deed.Text == "her sister called");
        Assert.Equal(before["Find1"], (await stage.RowAsync(lead))["Find1"]);
    }

    [Fact]
    public async Task A_release_merges_and_leaves_what_is_sealed_alone()
    {
        var app = stage.Instance(Key);
        var lead = await app.CaptureAsync(ALead.Captured() with { Quarantined = true });
        var before = (await stage.RowAsync(lead)).GetBinary("Sealed");

        await app.Store.ReleaseAsync(lead.Handle, ALead.Noon, default);

        Assert.Equal(before, (await stage.RowAsync(lead)).GetBinary("Sealed"));
        Assert.Equal((false, lead.Name), await app.Store.FindAsync(lead.Handle, default) is { } found ? (found.Quarantined, found.Name) : default);
    }

    [Fact]
    public async Task A_sealed_column_under_another_lead_does_not_open_and_hides_no_other()
    {
        var app = stage.Instance(Key);
        var (first, second, third) = (await app.CaptureAsync(Of(3, "Ada One")), await app.CaptureAsync(Of(3, "Bea Two")), await app.CaptureAsync(Of(3, "Cleo Three")));
        var (a, b) = (await stage.RowAsync(first), await stage.RowAsync(second));
        (a["Sealed"], b["Sealed"]) = (b["Sealed"], a["Sealed"]);
        await stage.Plain.UpdateEntityAsync(a, a.ETag, TableUpdateMode.Replace);
        await stage.Plain.UpdateEntityAsync(b, b.ETag, TableUpdateMode.Replace);

        Assert.Equal(third.Id, Assert.Single((await app.Desk.ListAsync(LeadFilter.All, after: null, 10, default)).Leads).Id);
        Assert.Equal(third.Id, Assert.Single(await app.Desk.AllAsync(LeadFilter.All, after: null, default).ToListAsync()).Id);
        var broken = await Assert.ThrowsAsync<SealBrokenException>(() => app.Store.FindAsync(first.Handle, default));
        Assert.Contains("was changed, or belongs to another place", broken.Message, StringComparison.Ordinal);
        Assert.Contains(stage.Logs, line => line.Contains(RowKeys.Lead(first.Handle), StringComparison.Ordinal) && line.Contains("does not open", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Logs, line => line.Contains("Ada", StringComparison.Ordinal) || line.Contains("Bea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retention_reaches_a_lead_that_does_not_open_any_more()
    {
        var app = stage.Instance(Key);
        var lead = await app.CaptureAsync(ALead.Captured(ALead.AContact(3)));
        var row = await stage.RowAsync(lead);
        row["Sealed"] = new byte[80];
        await stage.Plain.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var found = Assert.Single(await app.Erasures.CapturedBeforeAsync(lead.Contact.Shard, ALead.Noon.AddDays(1), default).ToListAsync());
        await app.Erasures.RemoveAsync(found.Contact, found.Handle, default);

        Assert.Equal((lead.Contact, lead.Handle, lead.Status), (found.Contact, found.Handle, found.Status));
        Assert.Null(await app.Store.FindAsync(lead.Handle, default));
    }

    [Fact]
    public async Task A_scrub_says_which_lead_does_not_open_and_looks_at_all_others()
    {
        var app = stage.Instance(Key);
        var (broken, other) = (await app.CaptureAsync(Of(3, "Ada One")), await app.CaptureAsync(Of(3, "Bea Two")));
        var row = await stage.RowAsync(broken);
        row["Sealed"] = new byte[80];
        await stage.Plain.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var books = await new TableScrubStore(app.Table).ReadAsync(broken.Contact.Shard, default);

        Assert.Equal([broken.Id], books.Unreadable);
        Assert.Equal(other.Id, Assert.Single(books.Books, book => book.Lead is not null).Id);
    }

    [Fact]
    public async Task Without_the_right_key_leads_wait_and_are_there_again_when_it_is_back()
    {
        var lead = await stage.Instance(Key).CaptureAsync(ALead.Captured());

        foreach (var wrong in new[] { stage.Instance(SealingKeys.New("2026a")), stage.Instance(SealingKeys.New("2027a")), stage.Instance() })
        {
            await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => wrong.Store.FindAsync(lead.Handle, default));
        }

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => stage.Instance(SealingKeys.New("2027a")).Store.CaptureAsync(ALead.New(ALead.Captured()), default));
        Assert.Contains(stage.Logs, line => line.Contains("202603 does not open: leads of this month can neither be read nor stored", StringComparison.Ordinal));
        Assert.Equal(lead.Name, (await stage.Instance(Key).Store.FindAsync(lead.Handle, default))!.Name);
    }

    [Fact]
    public async Task Names_and_numbers_are_found_by_keyed_hashes_and_by_nothing_that_could_be_read()
    {
        var app = stage.Instance(Key);
        await app.CaptureAsync(Of(3, "Ada Lovelace", "650-555-0111"));
        await app.CaptureAsync(Of(4, "Adam Love-Smith", "650-555-0122"));
        await app.CaptureAsync(Of(5, "Li Bo", "650-555-0133"));

        Assert.Equal(["Ada Lovelace"], await NamesAsync(app, "lovel"));
        Assert.Equal(["Ada Lovelace", "Adam Love-Smith"], await NamesAsync(app, "ada"));
        Assert.Equal(["Adam Love-Smith"], await NamesAsync(app, "adam smi"));
        Assert.Equal(["Ada Lovelace", "Adam Love-Smith", "Li Bo"], await NamesAsync(app, "l"));
        Assert.Equal(["Li Bo"], await NamesAsync(app, "li"));
        Assert.Empty(await NamesAsync(app, "lib"));
        Assert.Equal(["Adam Love-Smith"], await NamesAsync(app, "0122"));
        Assert.Equal(["Li Bo"], await NamesAsync(app, "5550133"));
        Assert.Empty(await NamesAsync(app, "0199"));
        var columns = (await stage.Plain.QueryAsync<TableEntity>("RowKey ge 'L~' and RowKey lt 'L~~'").ToListAsync())
            .SelectMany(row => row)
            .Where(column => column.Key.StartsWith("Find", StringComparison.Ordinal))
            .ToList();

        // Words of three letters and more, and a number each.
        Assert.Equal((5, 3), (columns.Count(column => column.Key != SearchIndex.LastDigits), columns.Count(column => column.Key == SearchIndex.LastDigits)));
        Assert.All(columns, column => Assert.Matches("^[0-9a-f]{10}$", (string)column.Value));
    }

    [Fact]
    public async Task Leads_from_before_there_was_a_key_are_read_found_and_changed()
    {
        var before = await stage.Instance().CaptureAsync(Of(3, "Ada Lovelace", "650-555-0111"));
        var app = stage.Instance(Key);
        await app.CaptureAsync(Of(4, "Adam Smith", "650-555-0122"));

        Assert.Equal("Ada Lovelace", (await stage.RowAsync(before)).GetString("Name"));
        Assert.Equal(["Ada Lovelace", "Adam Smith"], await NamesAsync(app, "ada"));
        Assert.Equal(["Ada Lovelace"], await NamesAsync(app, "0111"));
        await app.Desk.ChangeAsync(before.Id, new(new() { Status = LeadStatus.Contacted }, Staff, ALead.Noon), default);
        Assert.DoesNotContain("Name", (await stage.RowAsync(before)).Keys);
        Assert.Equal(["Ada Lovelace"], await NamesAsync(app, "lovelace"));
    }

    [Fact]
    public async Task Once_its_key_is_known_a_capture_is_one_request()
    {
        var counting = new CountingTransport();
        var app = stage.Instance(new TableClientOptions { Transport = counting }, Key);
        await stage.Instance(Key).Sealing.PrepareAsync(default);

        await app.CaptureAsync(ALead.Captured());
        var first = counting.Requests;
        await app.CaptureAsync(ALead.Captured());

        Assert.Equal((2, 3), (first, counting.Requests));
    }

    private static Lead Of(int shard, string name, string phone = "650-555-0123") =>
        ALead.Captured(ALead.AContact(shard)) with { Name = ALead.Name(name), Phone = ALead.Phone(phone) };

    private static async Task<List<string>> NamesAsync(SealedInstance app, string text) => [.. (await app.SearchAsync(text)).Select(lead => lead.Name.Value).Order()];
}

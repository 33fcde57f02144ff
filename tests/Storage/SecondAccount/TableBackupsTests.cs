using System.Text;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableBackupsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string Key = SealingKeys.New("2026a");

    // Of this test alone, in an account that all tests share.
    private readonly DateOnly day = new DateOnly(2000, 1, 1).AddDays(Random.Shared.Next(3_000_000 / 2));
    private readonly string name = Guid.CreateVersion7().ToString("n");
    private readonly List<string> made = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var account = new TableServiceClient(azurite.ConnectionString);
        await account.DeleteTableAsync(PartRow.TableOf(day));
        await account.DeleteTableAsync("keys" + name);
        foreach (var table in made)
        {
            await account.DeleteTableAsync(table);
        }
    }

    [Fact]
    public async Task A_copy_that_is_restored_into_empty_tables_holds_every_row_as_it_was()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        await FillAsync(leads, people: 40);
        await events.AddEntityAsync(new TableEntity("2026030220", "1~2") { ["Kind"] = "Click", ["At"] = ALead.Noon });
        await CopyAsync(leads, events);
        var (newLeads, newEvents) = (await TableAsync("to"), await TableAsync("toevents"));

        var restored = await BackupsOf(newLeads, newEvents).RestoreAsync(day, isAgain: false, default);

        Assert.Equal(await RowsAsync(leads), await RowsAsync(newLeads));
        Assert.Equal(await RowsAsync(events), await RowsAsync(newEvents));
        Assert.Equal(restored, (await BackupsOf(leads, events).AllAsync(default)).Single(backup => backup.Day == day).Rows);
    }

    [Fact]
    public async Task What_was_acknowledged_is_found_again_after_a_restore_and_its_work_goes_on()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        var captured = await FillAsync(leads, people: 20);
        await CopyAsync(leads, events);
        var (newLeads, newEvents) = (await TableAsync("to"), await TableAsync("toevents"));
        await BackupsOf(newLeads, newEvents).RestoreAsync(day, isAgain: false, default);
        var store = new TableLeadStore(newLeads, NullLogger<TableLeadStore>.Instance);

        foreach (var lead in captured)
        {
            Assert.Equivalent(lead.Lead, await store.FindByIdAsync(lead.Lead.Id, default), strict: true);
            Assert.Equal(new CaptureOutcome.Repeated(lead.Lead.Id), await store.CaptureAsync(lead, default));
        }

        var due = await Task.WhenAll(Shard.All.Select(shard => store.DueAsync(shard, ALead.Noon, int.MaxValue, default).CountAsync().AsTask()));
        Assert.Equal(2 * captured.Count, due.Sum());
    }

    [Fact]
    public async Task A_copy_that_is_cut_short_goes_on_where_it_was()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        for (var index = 0; index < 25; index++)
        {
            await leads.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(row =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a00", $"T~{index:D3}~{row:D3}") { ["Text"] = "x" })));
        }

        using var cut = new CancellationTokenSource();
        var backups = BackupsOf(leads, events, new TableServiceClient(azurite.ConnectionString, Stopping(cut, transactions: 12)));
        await backups.UnfinishedAsync(day, default);

        Assert.False(await backups.CopyAsync(day, new("a00"), cut.Token));
        var before = (await BackupsOf(leads, events).AllAsync(default)).Single(backup => backup.Day == day);
        await CopyAsync(leads, events);
        var after = (await BackupsOf(leads, events).AllAsync(default)).Single(backup => backup.Day == day);

        Assert.Null(before.FinishedAt);
        Assert.InRange(before.Rows, 1000, 2400);
        Assert.Equal(ALead.Noon, after.FinishedAt);
        Assert.Equal(2500, after.Rows);
        var (newLeads, newEvents) = (await TableAsync("to"), await TableAsync("toevents"));
        await BackupsOf(newLeads, newEvents).RestoreAsync(day, isAgain: false, default);
        Assert.Equal(await RowsAsync(leads), await RowsAsync(newLeads));
    }

    [Fact]
    public async Task A_copy_is_not_restored_over_rows_nor_when_it_is_not_complete_nor_when_there_is_none()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        await FillAsync(leads, people: 2);
        var backups = BackupsOf(leads, events);

        Assert.Contains("There is no copy", (await RefusedAsync(backups)).Message, StringComparison.Ordinal);
        await backups.UnfinishedAsync(day, default);
        await backups.CopyAsync(day, new("a00"), default);
        Assert.Contains("not complete", (await RefusedAsync(backups)).Message, StringComparison.Ordinal);
        await CopyAsync(leads, events);
        Assert.Contains("already", (await RefusedAsync(backups)).Message, StringComparison.Ordinal);

        var before = await RowsAsync(leads);
        await backups.RestoreAsync(day, isAgain: true, default);
        Assert.Equal(before, await RowsAsync(leads));
    }

    [Fact]
    public async Task Nobody_without_the_key_reads_anything_about_anybody_in_a_copy()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        await FillAsync(leads, people: 3);
        await CopyAsync(leads, events);

        var everything = new StringBuilder();
        await foreach (var row in new TableClient(azurite.ConnectionString, PartRow.TableOf(day)).QueryAsync<TableEntity>())
        {
            foreach (var column in row)
            {
                everything.Append(column.Key).Append(column.Value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : column.Value);
            }
        }

        Assert.All(["Robin", "robin@", "0123", "depression"], canary => Assert.DoesNotContain(canary, everything.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_copy_that_is_removed_is_gone()
    {
        var (leads, events) = (await TableAsync("from"), await TableAsync("fromevents"));
        await CopyAsync(leads, events);

        await BackupsOf(leads, events).RemoveAsync(day, default);

        Assert.DoesNotContain(await BackupsOf(leads, events).AllAsync(default), backup => backup.Day == day);
    }

    private Task<BackupException> RefusedAsync(TableBackups backups) =>
        Assert.ThrowsAsync<BackupException>(() => backups.RestoreAsync(day, isAgain: false, default));

    private async Task CopyAsync(TableClient leads, TableClient events)
    {
        var backups = BackupsOf(leads, events);
        foreach (var part in await backups.UnfinishedAsync(day, default))
        {
            Assert.True(await backups.CopyAsync(day, part, default));
        }

        Assert.Empty(await backups.UnfinishedAsync(day, default));
    }

    private TableBackups BackupsOf(TableClient leads, TableClient events, TableServiceClient? account = null) => new(
        account ?? new TableServiceClient(azurite.ConnectionString), leads, events, new(new(SealingKeys.Of(Key))), MirrorOf(leads), new FakeTimeProvider(ALead.Noon));

    private KeyMirror MirrorOf(TableClient leads) =>
        new(leads, new TableServiceClient(azurite.ConnectionString), "keys" + name, new(SealingKeys.Of(Key)), NullLogger<KeyMirror>.Instance);

    private async Task<TableClient> TableAsync(string prefix)
    {
        var table = new TableClient(azurite.ConnectionString, prefix + name);
        await table.CreateAsync();
        made.Add(table.Name);
        return table;
    }

    private static TableClientOptions Stopping(CancellationTokenSource cut, int transactions)
    {
        var seen = 0;
        return new()
        {
            Transport = new CountingTransport
            {
                Answered = path =>
                {
                    if (path.EndsWith("$batch", StringComparison.Ordinal) && ++seen == transactions)
                    {
                        cut.Cancel();
                    }
                },
            },
        };
    }

    private static async Task<List<NewLead>> FillAsync(TableClient table, int people)
    {
        var store = new TableLeadStore(table, NullLogger<TableLeadStore>.Instance);
        var captured = new List<NewLead>();
        for (var number = 0; number < people; number++)
        {
            var lead = ALead.New(ALead.Captured(ALead.AContact(number % Shard.Count)));
            await store.CaptureAsync(lead, default);
            captured.Add(lead);
        }

        return captured;
    }

    private static async Task<List<string>> RowsAsync(TableClient table) => await table.QueryAsync<TableEntity>()
        .Select(row => string.Join('|', row
            .Where(column => column.Key is not ("Timestamp" or "odata.etag"))
            .OrderBy(column => column.Key)
            .Select(column => $"{column.Key}={column.Value}:{column.Value.GetType().Name}")))
        .Order()
        .ToListAsync();
}

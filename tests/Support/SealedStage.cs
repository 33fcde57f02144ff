using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Support;

/// <summary>A table of its own on Azurite, and instances of the app's storage over it, each with a memory and with keys of its own.</summary>
internal sealed class SealedStage(string storage) : IAsyncDisposable
{
    private readonly string name = Guid.CreateVersion7().ToString("n");

    /// <summary>The table as it is stored.</summary>
    public TableClient Plain => new(storage, "sealed" + name);

    public FakeTimeProvider Clock { get; } = new(ALead.Noon);

    public List<string> Logs { get; } = [];

    public static async Task<SealedStage> SetAsync(string storage)
    {
        var stage = new SealedStage(storage);
        await stage.Plain.CreateAsync();
        return stage;
    }

    /// <param name="keys">Keys of the settings, the newest first; none is an instance from before there were any.</param>
    public SealedInstance Instance(params string[] keys) => Instance(options: null, keys);

    /// <param name="options">How it reaches the table.</param>
    /// <param name="keys">Keys of the settings, the newest first.</param>
    public SealedInstance Instance(TableClientOptions? options, params string[] keys)
    {
        var plain = new TableClient(storage, "sealed" + name, options);
        var logs = new LoggerFactory([new ListedLogs(Logs)]);
        var seal = new Seal(SealingKeys.Of(keys));
        var index = new SearchIndex(ALead.Keys);
        var months = new DataKeys(plain, seal, Clock, logs.CreateLogger<DataKeys>());
        var rows = new RowSealing(months, index, logs.CreateLogger<RowSealing>());
        var mirror = new KeyMirror(plain, new TableServiceClient(storage), "keys" + name, seal, logs.CreateLogger<KeyMirror>());
        var second = Options.Create(new SecondAccountOptions());
        return new(
            new SealedTable(plain, rows),
            new TableLeadSealing(plain, months, seal, rows, mirror, new(EmptyServices.Instance, second, seal), Clock, logs.CreateLogger<TableLeadSealing>()),
            mirror,
            keys.Length == 0 ? null : index);
    }

    /// <summary>The row of a lead as it is stored.</summary>
    public async Task<TableEntity> RowAsync(Lead lead) =>
        (await Plain.GetEntityAsync<TableEntity>(lead.Contact.Shard.ToString(), RowKeys.Lead(lead.Handle))).Value;

    /// <summary>The names of the keys of months that are there and not shredded.</summary>
    public async Task<IReadOnlyList<string>> MonthsAsync() =>
        await Plain.KeyRowsAsync(default).Where(row => !DataKeyRow.IsShredded(row)).Select(row => row.RowKey).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await Plain.DeleteAsync();
        await new TableServiceClient(storage).DeleteTableAsync("keys" + name);
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public static EmptyServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}

/// <summary>One instance of the app, as far as it keeps leads.</summary>
internal sealed record SealedInstance(TableClient Table, ILeadSealing Sealing, KeyMirror Mirror, SearchIndex? Index)
{
    public ILeadStore Store => new TableLeadStore(Table, NullLogger<TableLeadStore>.Instance);

    public ILeadDesk Desk => new TableLeadDesk(Table, NullLogger<TableLeadDesk>.Instance, Index);

    public IErasureStore Erasures => new TableErasureStore(Table);

    public async Task<Lead> CaptureAsync(Lead lead)
    {
        Assert.Equal(new CaptureOutcome.Stored(lead.Id), await Store.CaptureAsync(ALead.New(lead), default));
        return lead;
    }

    public async Task<IReadOnlyList<Lead>> SearchAsync(string text) =>
        (await Desk.ListAsync(new() { Search = LeadSearch.Of(text, "PAMB", ALead.Keys) }, after: null, 100, default)).Leads;
}

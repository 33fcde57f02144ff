using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Benchmarks;

/// <summary>The whole app in this process, with everything that it asks of Table Storage written down.</summary>
internal sealed class RecordedHost : IAsyncDisposable
{
    private readonly LocalHost host;
    private readonly RecordingTransport storage;

    private RecordedHost(LocalHost host, RecordingTransport storage)
    {
        this.host = host;
        this.storage = storage;
        Visitors = new Visitors(host.BaseAddress);
    }

    public Visitors Visitors { get; }

    public static async Task<RecordedHost> StartAsync(Stage stage)
    {
        var storage = new RecordingTransport();
        var table = new TableServiceClient(stage.Storage, new TableClientOptions { Transport = storage }).GetTableClient(Stage.Floor);
        var options = new LocalHostOptions
        {
            TimersRun = false,
            Settings = stage.SettingsFor(Stage.Floor),
            Logging = logging => logging.ClearProviders(),
            Replace = services => services.AddKeyedSingleton(StorageFeature.Plain, table),
        };
        var host = await LocalHost.StartAsync(options, CancellationToken.None);

        // What a start asks for is asked once, and is no part of what is measured.
        await host.Services.GetRequiredService<ILeadSealing>().PrepareAsync(CancellationToken.None);
        storage.Take();
        return new(host, storage);
    }

    public void MoveClock(TimeSpan by) => host.Clock.Advance(by);

    /// <summary>What was asked of Table Storage since the last time, in order.</summary>
    public IReadOnlyList<RecordedRequest> Take() => storage.Take();

    /// <summary>Runs the drain, and returns what it asked of Table Storage, in order.</summary>
    public async Task<IReadOnlyList<RecordedRequest>> DrainAsync()
    {
        storage.Take();
        await host.RunAsync("Drain", CancellationToken.None);
        return storage.Take();
    }

    public async ValueTask DisposeAsync()
    {
        Visitors.Dispose();
        await host.DisposeAsync();
        storage.Dispose();
    }
}

using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Browser;

/// <summary>The app as <c>./run</c> shows it, on a free port: tables of its own on Azurite, its mailbox, no timers.</summary>
internal sealed class VisitedApp : IAsyncDisposable
{
    private readonly LocalHost host;

    private VisitedApp(LocalHost host) => this.host = host;

    public Uri Address => host.BaseAddress;

    /// <summary>Scheme, host and port, without a slash.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    private TableClient Table => Get<TableClient>();

    public static async Task<VisitedApp> StartAsync(string storage, (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Leads:Storage"] = storage,
            ["Leads:Table"] = "leads" + Guid.CreateVersion7().ToString("n"),
            ["Leads:EventsTable"] = "events" + Guid.CreateVersion7().ToString("n"),
            ["Capture:PostsPerMinute"] = "10000",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new(await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = all,
                Logging = logging => logging.ClearProviders(),
                Prepare = (services, cancellationToken) => Task.WhenAll(
                    services.GetRequiredService<TableClient>().CreateIfNotExistsAsync(cancellationToken),
                    services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).CreateIfNotExistsAsync(cancellationToken)),
            },
            CancellationToken.None));
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Sends what is due, as the timer does every minute.</summary>
    public Task DrainAsync() => host.RunAsync("Drain", CancellationToken.None);

    /// <summary>The leads that are stored.</summary>
    public async Task<IReadOnlyList<Lead>> LeadsAsync() =>
        await Table.QueryAsync<TableEntity>("RowKey ge 'L~' and RowKey lt 'L~~'").Select(LeadRow.ToLead).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await Table.DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
    }
}

using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using LeadFunctions.Leads;
using LeadFunctions.Network;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

public static class StorageFeature
{
    /// <summary>The key of the service that is the table of events; the table of leads has none.</summary>
    public const string Events = "events";

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
            .AddSingleton(provider => ConnectTo(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddSingleton(provider => TableOf(provider, options => options.Table))
            .AddKeyedSingleton(Events, (provider, _) => TableOf(provider, options => options.EventsTable))
            .AddSingleton<ILeadStore, TableLeadStore>()
            .AddSingleton<ILeadBatches, TableLeadBatches>()
            .AddSingleton<ILeadDesk, TableLeadDesk>()
            .AddSingleton<IEventStore, TableEventStore>()
            .AddSingleton<ISessionStore, TableSessionStore>()
            .AddSingleton<IKeyRingStore, TableKeyRing>()
            .AddSingleton<IOutbox, TableOutbox>()
            .AddSingleton<ILeadCounts, TableLeadCounts>()
            .AddSingleton<IDayCounts, TableDayCounts>()
            .AddRights();
    }

    // Both tables share the connections.
    private static TableClient TableOf(IServiceProvider provider, Func<StorageOptions, string> name) => provider
        .GetRequiredService<TableServiceClient>()
        .GetTableClient(name(provider.GetRequiredService<IOptions<StorageOptions>>().Value));

    private static TableServiceClient ConnectTo(StorageOptions options)
    {
        // The client knows its host, whichever of the two settings names it, and no request is made before it is there.
        TableServiceClient service = null!;
        var clientOptions = ClientOptions(() => service.Uri);
        service = options.StorageEndpoint is { } endpoint
            ? new(endpoint, new DefaultAzureCredential(), clientOptions)
            : new(options.Storage ?? "", clientOptions);
        return service;
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The transport lives as long as the app does.")]
    private static HttpClientTransport TransportTo(Func<Uri> address) => new(OutgoingHttp.ClientFor(address, Tune));

    // A visitor waits for the answer: a few quick tries, then the page says that storage is away. What is due is tried again anyway.
    private static TableClientOptions ClientOptions(Func<Uri> address) => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = 3,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(1),
            NetworkTimeout = TimeSpan.FromSeconds(4),
        },
        Diagnostics = { IsLoggingContentEnabled = false, IsTelemetryEnabled = false },
        Transport = TransportTo(address),
    };

    // Idle connections are dropped before the far end drops them: a request on a dying connection would have to be judged, not just repeated.
    private static void Tune(SocketsHttpHandler connections)
    {
        connections.ConnectTimeout = TimeSpan.FromSeconds(2);
        connections.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4);
    }
}

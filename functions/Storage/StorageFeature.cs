using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using LeadFunctions.Leads;
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
            .AddSingleton<ILeadDesk, TableLeadDesk>()
            .AddSingleton<IEventStore, TableEventStore>();
    }

    // Both tables share the connections.
    private static TableClient TableOf(IServiceProvider provider, Func<StorageOptions, string> name) => provider
        .GetRequiredService<TableServiceClient>()
        .GetTableClient(name(provider.GetRequiredService<IOptions<StorageOptions>>().Value));

    private static TableServiceClient ConnectTo(StorageOptions options) => options.StorageEndpoint is { } endpoint
        ? new TableServiceClient(endpoint, new DefaultAzureCredential(), ClientOptions())
        : new TableServiceClient(options.Storage ?? "", ClientOptions());

    // A visitor waits for the answer: a few quick tries, then the page says that storage is away. What is due is tried again anyway.
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The transport lives as long as the app does.")]
    private static TableClientOptions ClientOptions() => new()
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
        Transport = new HttpClientTransport(new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan }),
    };

    // Idle connections are dropped before the far end drops them: a request on a dying connection would have to be judged, not just repeated.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}

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
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
            .AddSingleton(provider => ConnectTo(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddSingleton<ILeadStore, TableLeadStore>();
    }

    private static TableClient ConnectTo(StorageOptions options)
    {
        var client = options.StorageEndpoint is { } endpoint
            ? new TableServiceClient(endpoint, new DefaultAzureCredential(), ClientOptions())
            : new TableServiceClient(options.Storage!, ClientOptions());
        return client.GetTableClient(options.Table);
    }

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

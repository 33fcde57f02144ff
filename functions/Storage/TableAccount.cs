using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using LeadFunctions.Network;
using LeadFunctions.Settings;

namespace LeadFunctions.Storage;

/// <summary>How an account of Table Storage is named in settings, and reached.</summary>
internal static class TableAccount
{
    /// <param name="connectionString">Null or empty where there is an endpoint.</param>
    /// <param name="endpoint">Reached with the app's managed identity; null where there is a connection string.</param>
    public static TableServiceClient Connect(string? connectionString, Uri? endpoint)
    {
        // The client knows its host, whichever of the two settings names it, and no request is made before it is there.
        TableServiceClient service = null!;
        var clientOptions = ClientOptions(() => service.Uri);
        service = endpoint is not null
            ? new(endpoint, new DefaultAzureCredential(), clientOptions)
            : new(connectionString ?? "", clientOptions);
        return service;
    }

    /// <returns>What is wrong with the settings <c>{section}__Storage</c> and <c>{section}__StorageEndpoint</c>; null when nothing is.</returns>
    public static string? Problem(string section, string? connectionString, Uri? endpoint) => (connectionString, endpoint) switch
    {
        (null or "", null) =>
            $"{section}__Storage is missing: it should be a connection string of Table Storage; or set {section}__StorageEndpoint to use the managed identity.",
        (not null and not "", not null) => $"{section}__Storage and {section}__StorageEndpoint are both set: keep one.",
        (null or "", { IsAbsoluteUri: false }) =>
            $"{section}__StorageEndpoint should be an absolute address, such as https://account.table.core.windows.net.",
        (null or "", _) => null,
        ({ } text, _) when SettingText.IsUnresolved(text) =>
            $"{section}__Storage is a Key Vault reference that was not resolved: give the app's identity access to the secret.",
        ({ } text, _) => IsConnectionString(text) ? null : $"{section}__Storage should be a connection string of Table Storage, or UseDevelopmentStorage=true.",
    };

    private static bool IsConnectionString(string text)
    {
        if (UsualConnectionString.Is(text))
        {
            return true;
        }

        try
        {
            _ = new TableServiceClient(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
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

using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Network;

/// <summary>The one place where the app makes clients for HTTP: each reaches one host, and follows no redirect.</summary>
internal static class OutgoingHttp
{
    // Long enough to share connections, short enough to follow the far end's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="address">An address at the host, known at the latest with the first request.</param>
    /// <param name="tune">What differs for the connections; null for nothing.</param>
    /// <param name="around">What stands between the check of the host and the connections; null for nothing.</param>
    /// <returns>A client without a time limit of its own: its user keeps the time.</returns>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Whoever disposes the client disposes its handlers.")]
    public static HttpClient ClientFor(
        Func<Uri> address,
        Action<SocketsHttpHandler>? tune = null,
        Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        var connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
        };
        tune?.Invoke(connections);
        return new(new OneHostHandler(address, around?.Invoke(connections) ?? connections)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}

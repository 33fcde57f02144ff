using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace LeadFunctions.Network;

/// <summary>
/// Connects to the public internet alone. The name is looked up once and connected to as it was found, so that a name server that says one
/// thing and then another gets nowhere.
/// </summary>
internal static class PublicConnections
{
    /// <param name="connections">They make no use of a proxy then: it would be the proxy that looks up the name.</param>
    /// <param name="alsoHere">Whether this machine itself may be reached, as where all of it runs on a laptop.</param>
    public static void Only(SocketsHttpHandler connections, bool alsoHere)
    {
        connections.UseProxy = false;
        connections.ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, alsoHere, cancellationToken);
    }

    /// <exception cref="ForbiddenAddressException">The name stands for no address that may be reached.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The stream owns the socket; where none is made, the socket is disposed of.")]
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool alsoHere, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        var reachable = found.Where(address => PublicAddresses.Has(address) || (alsoHere && IPAddress.IsLoopback(address))).ToArray();
        if (reachable.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace LeadFunctions.Local.Http;

/// <summary>
/// The socket that the host listens on, bound before anything else is made: a busy port costs no start, and the address is known to
/// whoever needs it in a setting, also when the port is a free one.
/// </summary>
internal sealed class Listener
{
    private Listener(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public IPEndPoint EndPoint => (IPEndPoint)Socket.LocalEndPoint!;

    /// <summary>Where this machine reaches the host.</summary>
    public Uri BaseAddress => new($"http://{new IPEndPoint(Reachable(EndPoint.Address), EndPoint.Port)}");

    /// <exception cref="LocalHostException">The port is in use, or the address is not this machine's.</exception>
    public static Listener Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return new Listener(socket);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new LocalHostException(
                refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"Port {port} is in use. Stop what listens there, or choose another with --port N."
                    : $"Cannot listen at {address}, port {port}: {refused.Message}",
                refused);
        }
    }

    private static IPAddress Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : address;
}

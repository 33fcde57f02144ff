using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LeadFunctions.Tests.Support;

/// <summary>A way to a server on this machine that can be cut: whoever goes it is torn off, and whoever comes is not let in, until it is mended.</summary>
internal sealed class CuttableLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private readonly Uri target;
    private readonly Task accepting;
    private volatile bool isCut;

    public CuttableLink(Uri target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Cut()
    {
        isCut = true;
        foreach (var client in open.Keys)
        {
            client.Dispose();
        }
    }

    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Cut();
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            open[near] = open[far] = 0;
            try
            {
                if (!isCut)
                {
                    await far.ConnectAsync(target.Host, target.Port, end.Token);
                    await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), end.Token), far.GetStream().CopyToAsync(near.GetStream(), end.Token));
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut.
            }
            finally
            {
                open.TryRemove(near, out _);
                open.TryRemove(far, out _);
            }
        }
    }
}

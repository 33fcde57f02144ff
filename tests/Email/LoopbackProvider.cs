using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LeadFunctions.Tests.Email;

/// <summary>A far end on this machine that does to each connection exactly what a test says.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private readonly ConcurrentQueue<string> received = new();

    private LoopbackProvider(Func<Connection, Task> answer)
    {
        listener.Start();
        serving = ServeAsync(answer);
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    internal int Requests => received.Count;

    /// <summary>The requests that came whole, head and body, in order.</summary>
    internal IReadOnlyList<string> Received => [.. received];

    internal int Posts => received.Count(request => request.StartsWith("POST ", StringComparison.Ordinal));

    internal static LoopbackProvider Doing(Func<Connection, Task> answer) => new(answer);

    internal static LoopbackProvider Answering(string response) => new(async connection =>
    {
        while (await connection.ReadRequestAsync() is not null)
        {
            await connection.WriteAsync(response);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync(Func<Connection, Task> answer)
    {
        var connections = new List<Task>();

        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token), answer));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, Func<Connection, Task> answer)
    {
        using (client)
        {
            try
            {
                await answer(new Connection(client, received.Enqueue, stopping.Token));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side went away, or the test is over.
            }
        }
    }

    internal sealed class Connection(TcpClient client, Action<string> receive, CancellationToken stopping)
    {
        private Stream stream = client.GetStream();

        /// <returns>Head and body; null when the other side closed.</returns>
        internal async Task<string?> ReadRequestAsync()
        {
            var received = new List<byte>();
            var buffer = new byte[16 * 1024];

            while (true)
            {
                var text = Encoding.UTF8.GetString([.. received]);
                var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);

                if (end >= 0 && received.Count >= end + 4 + LengthIn(text))
                {
                    receive(text);
                    return text;
                }

                var read = await stream.ReadAsync(buffer, stopping);

                if (read is 0)
                {
                    return null;
                }

                received.AddRange(buffer.AsSpan(0, read));
            }
        }

        internal async Task WriteAsync(string response) => await stream.WriteAsync(Encoding.UTF8.GetBytes(response), stopping);

        internal async Task StallAsync() => await Task.Delay(Timeout.Infinite, stopping);

        /// <summary>Ends the connection by a reset instead of an orderly close.</summary>
        internal void Reset()
        {
            client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
            client.Close();
        }

        /// <summary>Speaks TLS with a certificate that nobody trusts.</summary>
        internal async Task SpeakTlsAsync()
        {
            using var key = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=nobody.invalid", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            var secure = new SslStream(stream);

            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate },
                stopping);
            stream = secure;
        }

        private static int LengthIn(string text)
        {
            var line = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            return line is null ? 0 : int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}

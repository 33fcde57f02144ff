using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeadFunctions.Local;

namespace LeadFunctions.Benchmarks;

/// <summary>A server in a process of its own: the local host as <c>./run</c> starts it, or the bare one.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>Where the local host is built, below the repository's root.</summary>
    public const string Built = "local/Host/bin/Release/net10.0";

    // Asks nothing of what the process stands on.
    private const string Liveness = "health";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly HttpClient Probe = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });

    private readonly Process process;
    private readonly string data;

    private HostProcess(Process process, string data, Uri address, TimeSpan startedIn)
    {
        this.process = process;
        this.data = data;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    /// <summary>From before the process was to the end of the first answer.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>How long its threads have kept a core busy so far, all in all.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The local host as it is built, with empty data and these settings over all others.</summary>
    public static Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> settings) =>
        StartAsync(Built, settings);

    /// <summary>The local host of another directory, likewise.</summary>
    /// <param name="directory">One that is not absolute lies below the repository's root.</param>
    /// <param name="settings">Settings over all others.</param>
    /// <param name="first">What is asked for first.</param>
    public static Task<HostProcess> StartAsync(string directory, IReadOnlyDictionary<string, string?> settings, string first = Liveness) => StartAsync(
        (port, data) => [Path.Combine(Repository.Root, directory, "LeadFunctions.LocalHost.dll"), "--port", port, "--data", data],
        settings,
        first);

    /// <summary>A server that has nothing to do.</summary>
    /// <param name="kind"><see cref="BareKestrel.Minimal"/> or <see cref="BareKestrel.Empty"/>.</param>
    public static Task<HostProcess> StartBareAsync(string kind) =>
        StartAsync((port, _) => [typeof(BareKestrel).Assembly.Location, kind, port], new Dictionary<string, string?>(), Liveness);

    public void Dispose()
    {
        // It has nothing to save: storage is another process.
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<HostProcess> StartAsync(Func<string, string, string[]> arguments, IReadOnlyDictionary<string, string?> settings, string first)
    {
        var data = Directory.CreateTempSubdirectory("leadfunctions-bench-").FullName;
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var address = new Uri($"http://127.0.0.1:{port}");

        // The data directory is the working directory too: somebody's own local.settings.json is not meant for this.
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments(port, data)) { WorkingDirectory = data, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await AnswersAsync(new Uri(address, first), process);
        return new HostProcess(process, data, address, Stopwatch.GetElapsedTime(begun));
    }

    private static async Task AnswersAsync(Uri first, Process process)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < StartLimit; await Task.Delay(Pause))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} ended with {process.ExitCode}.");
            }

            try
            {
                using var response = await Probe.GetAsync(first);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        process.Kill();
        throw new InvalidOperationException($"{first} did not answer in {StartLimit}.");
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

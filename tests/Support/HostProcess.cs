using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadFunctions.Tests.Support;

/// <summary>The local host as <c>./run</c> starts it, in a process of its own: it can be killed as a power cut would.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly StringBuilder output;

    private HostProcess(Process process, StringBuilder output, Uri address)
    {
        this.process = process;
        this.output = output;
        Client = new() { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Everything that it wrote so far, but for the example that greets the user.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static async Task<HostProcess> StartAsync(string dataDirectory)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LeadFunctions.LocalHost.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--port", "0", "--data", dataDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataDirectory,
        };
        var process = Process.Start(start)!;
        var output = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data is { } text && !text.Contains("curl", StringComparison.Ordinal) ? text : "");
            }

            if (Health().Match(line.Data ?? "") is { Success: true } match)
            {
                address.TrySetResult(new(match.Groups["address"].Value));
            }
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, output, await address.Task.WaitAsync(Patience));
    }

    /// <summary>As kill -9 does: no goodbye.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>As Ctrl-C or a shutdown do; returns when everything is saved.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill();
        process.Dispose();
    }

    [GeneratedRegex("(?<address>http://[^ ]+)/health/ready")]
    private static partial Regex Health();
}

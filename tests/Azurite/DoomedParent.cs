using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LeadFunctions.Local.Azurite;

namespace LeadFunctions.Tests.Azurite;

/// <summary>
/// A process of its own that starts Azurite's launcher the way the local host does, to be killed: the tests cannot kill themselves.
/// It leads a process group, as a program in a terminal does, so that a signal can reach parent and launcher at once.
/// </summary>
internal sealed class DoomedParent : IDisposable
{
    private const string Program = """
        const [, ...launcher] = process.argv;
        const child = require("node:child_process").spawn(process.execPath, launcher, { stdio: ["pipe", "inherit", "inherit"] });
        console.log(child.pid);
        """;

    private readonly Process process;

    private DoomedParent(Process process) => this.process = process;

    public int LauncherId { get; private set; }

    public string ConnectionString { get; private set; } = "";

    public static async Task<DoomedParent> StartAsync(string dataDirectory)
    {
        var start = new ProcessStartInfo("setsid", ["node", "-e", Program, AzuriteLauncher.Find(), "--directory", dataDirectory])
        {
            RedirectStandardOutput = true,
        };
        var parent = new DoomedParent(Process.Start(start)!);
        parent.LauncherId = int.Parse(await parent.ReadLineAsync(), CultureInfo.InvariantCulture);
        using var ready = JsonDocument.Parse(await parent.ReadLineAsync());
        parent.ConnectionString = DevelopmentAccount.ConnectionString(ready.RootElement.GetProperty("port").GetInt32());
        return parent;
    }

    public void Kill() => process.Kill();

    public Task SignalAsync(string signal) => SignalAsync(signal, process.Id);

    public Task SignalLauncherAsync(string signal) => SignalAsync(signal, LauncherId);

    /// <summary>What Ctrl-C in a terminal does: the signal goes to parent and launcher alike.</summary>
    public Task SignalGroupAsync(string signal) => SignalAsync(signal, -process.Id);

    /// <summary>Returns when parent and launcher have both ended: only then is the pipe that they share closed.</summary>
    public async Task BothEndAsync() => Assert.Empty(await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience));

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(60);

    private static async Task SignalAsync(string signal, int target)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", target.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The launcher did not start.");
}

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
        console.log(JSON.stringify({ parent: process.pid, launcher: child.pid }));
        """;

    // With job control (set -m) a shell makes each job the leader of a group of its own.
    private const string OwnGroup = "set -m; node -e \"$0\" \"$@\" & wait 2> /dev/null";

    private readonly Process shell;
    private readonly int parentId;
    private readonly int launcherId;

    private DoomedParent(Process shell, JsonElement ids, JsonElement ready)
    {
        this.shell = shell;
        parentId = ids.GetProperty("parent").GetInt32();
        launcherId = ids.GetProperty("launcher").GetInt32();
        ConnectionString = DevelopmentAccount.ConnectionString(ready.GetProperty("port").GetInt32());
    }

    public string ConnectionString { get; }

    private static TimeSpan Patience => TimeSpan.FromSeconds(60);

    public static async Task<DoomedParent> StartAsync(string dataDirectory)
    {
        string[] arguments = ["-c", OwnGroup, Program, AzuriteLauncher.Find(), "--directory", dataDirectory];
        var shell = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true })!;
        return new DoomedParent(shell, await ReadLineAsync(shell), await ReadLineAsync(shell));
    }

    public Task KillAsync() => SignalAsync("KILL", parentId);

    public Task SignalAsync(string signal) => SignalAsync(signal, parentId);

    public Task SignalLauncherAsync(string signal) => SignalAsync(signal, launcherId);

    /// <summary>What Ctrl-C in a terminal does: the signal goes to parent and launcher alike.</summary>
    public Task SignalGroupAsync(string signal) => SignalAsync(signal, -parentId);

    /// <summary>Returns when parent and launcher have both ended: only then is the pipe that they share closed.</summary>
    public async Task BothEndAsync() => Assert.Empty(await shell.StandardOutput.ReadToEndAsync().WaitAsync(Patience));

    public void Dispose()
    {
        shell.Kill(entireProcessTree: true);
        shell.Dispose();
    }

    private static async Task SignalAsync(string signal, int target)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", target.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private static async Task<JsonElement> ReadLineAsync(Process shell)
    {
        var line = await shell.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        using var json = JsonDocument.Parse(line ?? throw new InvalidOperationException("The launcher did not start."));
        return json.RootElement.Clone();
    }
}

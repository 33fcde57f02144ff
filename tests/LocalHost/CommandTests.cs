using System.Globalization;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

public sealed class CommandTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly StringWriter errors = new(CultureInfo.InvariantCulture);
    private readonly CancellationTokenSource stop = new();
    private readonly Announcement output = new();

    public void Dispose()
    {
        stop.Dispose();
        errors.Dispose();
        output.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("--prot", "Unknown option --prot. See --help.")]
    [InlineData("7071", "Unknown option 7071. See --help.")]
    [InlineData("--port", "--port needs a number from 0 to 65535.")]
    [InlineData("--port 70000", "--port needs a number from 0 to 65535.")]
    [InlineData("--port -1", "--port needs a number from 0 to 65535.")]
    [InlineData("--data", "--data needs a directory.")]
    [InlineData("--calendar", "--calendar needs a kind of request, appointment or call.")]
    [InlineData("--from 2026-03-01", "--from stands behind --calendar KIND; --from needs a value unless it is --clicked.")]
    [InlineData("--listen everywhere", "--listen needs an IP address, such as 127.0.0.1 or 0.0.0.0.")]
    public async Task What_is_not_understood_is_said_in_one_line(string typed, string problem)
    {
        var exitCode = await Command().RunAsync(typed.Split(' '), stop.Token);

        Assert.Equal((2, problem + Environment.NewLine), (exitCode, errors.ToString()));
    }

    [Fact]
    public void What_was_typed_is_what_counts()
    {
        var understood = CommandLine.TryParse(["--port", "0", "--fresh", "--data", "x", "--demo", "--listen", "0.0.0.0"], out var typed, out _);

        Assert.True(understood);
        Assert.Equal((0, "x", true, true, "0.0.0.0"), (typed.Port, typed.DataDirectory, typed.Fresh, typed.Demo, typed.Address.ToString()));
    }

    [Fact]
    public void Nothing_typed_is_port_7071_in_dot_local_on_this_machine()
    {
        Assert.True(CommandLine.TryParse([], out var typed, out _));

        Assert.Equal((7071, ".local", false, false, "127.0.0.1"), (typed.Port, typed.DataDirectory, typed.Fresh, typed.Demo, typed.Address.ToString()));
    }

    [Fact]
    public async Task Help_is_shown_and_nothing_started()
    {
        var exitCode = await Command().RunAsync(["--help"], stop.Token);

        Assert.Equal(0, exitCode);
        Assert.Contains("--port N", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_id_is_there_while_the_host_runs()
    {
        var running = Command().RunAsync(["--port", "0", "--data", folder.Path], stop.Token);
        var address = await output.AddressAsync(running);
        var during = await File.ReadAllTextAsync(folder.File("host.pid"));

        await stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), during);
        Assert.False(File.Exists(folder.File("host.pid")));
        Assert.Contains($"curl {address}/api/appointments", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("x-functions-key: local ", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public async Task A_second_host_on_the_same_data_is_refused_in_one_line()
    {
        var running = Command().RunAsync(["--port", "0", "--data", folder.Path], stop.Token);
        await output.AddressAsync(running);

        var exitCode = await Command().RunAsync(["--port", "0", "--data", folder.Path], stop.Token).WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await running;

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"Another host (process {Environment.ProcessId}) runs on {folder.Path}. Stop it, or choose another directory with --data DIR.{Environment.NewLine}",
            errors.ToString());
    }

    [Fact]
    public async Task Each_wrong_setting_is_a_line()
    {
        var exitCode = await Command(options => options with { Compose = StartTests.AddInvalidSettings })
            .RunAsync(["--port", "0", "--data", folder.Path], stop.Token);

        Assert.Equal(1, exitCode);
        Assert.Equal($"Probe:Name is missing.{Environment.NewLine}Probe:Size must be a number.{Environment.NewLine}", errors.ToString());
    }

    [Fact]
    public async Task Fresh_empties_what_is_ours()
    {
        DataDirectory.Take(folder.Path, fresh: false).Dispose();
        folder.File("clock", "9.00:00:00");
        Directory.CreateDirectory(folder.File("timers"));

        var running = Command().RunAsync(["--port", "0", "--data", folder.Path, "--fresh"], stop.Token);
        await output.AddressAsync(running);
        var left = Directory.GetFileSystemEntries(folder.Path).Select(entry => Path.GetFileName(entry)).Order().ToArray();
        await stop.CancelAsync();
        await running;

        Assert.DoesNotContain("clock", left);
    }

    [Fact]
    public async Task Fresh_leaves_alone_what_is_not_ours()
    {
        var precious = folder.File("thesis.txt", "years of work");

        var exitCode = await Command().RunAsync(["--port", "0", "--data", folder.Path, "--fresh"], stop.Token);

        Assert.Equal(1, exitCode);
        Assert.True(File.Exists(precious));
        Assert.Contains("--fresh leaves it alone", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_starts_before_the_host_and_ends_after_it()
    {
        var emulator = new Emulator();
        string? connection = null;
        var command = new RunCommand(
            output,
            errors,
            emulator.StartAsync,
            options => Probes(options) with { Compose = worker => worker.Services.AddOptions<object>().Configure<IConfiguration>((_, settings) => connection = settings["Leads:Storage"]).ValidateOnStart() });

        var running = command.RunAsync(["--port", "0", "--data", folder.Path, "--fresh"], stop.Token);
        await output.AddressAsync(running);
        var endedEarly = emulator.IsEnded;
        await stop.CancelAsync();
        await running;

        Assert.Equal(("emulated", Path.Combine(folder.Path, "azurite"), true), (connection, emulator.Directory, emulator.IsFresh));
        Assert.Equal((false, true), (endedEarly, emulator.IsEnded));
    }

    private static LocalHostOptions Probes(LocalHostOptions options) =>
        ProbeHost.Of(typeof(HttpProbes)) with { Port = options.Port, DataDirectory = options.DataDirectory, Settings = options.Settings };

    private RunCommand Command(Func<LocalHostOptions, LocalHostOptions>? adjust = null) =>
        new(output, errors, startStorage: null, options => (adjust ?? (same => same))(Probes(options)));

    private sealed class Emulator : IAsyncDisposable
    {
        public string? Directory { get; private set; }

        public bool IsFresh { get; private set; }

        public bool IsEnded { get; private set; }

        public Task<StorageEmulator> StartAsync(string directory, bool fresh, CancellationToken cancellationToken)
        {
            (Directory, IsFresh) = (directory, fresh);
            return Task.FromResult(new StorageEmulator("emulated", this));
        }

        public ValueTask DisposeAsync()
        {
            IsEnded = true;
            return default;
        }
    }

    /// <summary>What the command says, and when it has said where it is.</summary>
    private sealed class Announcement : StringWriter
    {
        private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Announcement()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var start)
            {
                address.TrySetResult(value[start..value.IndexOf('/', start + "http://".Length)]);
            }
        }

        /// <summary>The address, or whatever ended the command before there was one.</summary>
        public async Task<string> AddressAsync(Task<int> running)
        {
            var first = await Task.WhenAny(address.Task, running).WaitAsync(TimeSpan.FromSeconds(20));
            return first == running ? throw new InvalidOperationException($"Ended with {await running}.") : await address.Task;
        }
    }
}

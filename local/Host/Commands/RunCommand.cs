using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local.Commands;

/// <summary>The command line: starts everything, says where it is, and stops it all again.</summary>
internal static class RunCommand
{
    private const int Done = 0;
    private const int NotStarted = 1;
    private const int NotUnderstood = 2;

    private const string OwnSettings = "local.settings.json";

    // The storage emulator plugs in here.
    private static StartStorage? StartStorage => null;

    /// <returns>The exit code: 0 when it ran, 1 when it could not start, 2 when an option was not understood.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (!CommandLine.TryParse(arguments, out var commandLine, out var problem))
        {
            await errors.WriteLineAsync(problem);
            return NotUnderstood;
        }

        if (commandLine.Help)
        {
            await output.WriteLineAsync(CommandLine.Usage);
            return Done;
        }

        using var signals = new Signals();
        return await RunAsync(commandLine, output, errors, signals.Stop);
    }

    /// <summary>Runs until it is told to stop.</summary>
    internal static async Task<int> RunAsync(CommandLine commandLine, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            using var directory = DataDirectory.Take(commandLine.DataDirectory, commandLine.Fresh);
            await using var storage = await Storage.StartAsync(directory, commandLine.Fresh, StartStorage, stop);
            await using var host = await LocalHost.StartAsync(Options(commandLine, directory, storage), stop);
            directory.WriteProcessId();
            await output.WriteLineAsync(Welcome.Text(host));
            await PlayDemoAsync(commandLine, host, stop);
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Done;
        }
        catch (Exception reason) when (IsForTheUser(reason))
        {
            foreach (var line in Lines(reason))
            {
                await errors.WriteLineAsync(line);
            }

            return NotStarted;
        }

        return Done;
    }

    private static LocalHostOptions Options(CommandLine commandLine, DataDirectory directory, Storage storage) => new()
    {
        Port = commandLine.Port,
        Address = commandLine.Address,
        DataDirectory = directory.Path,
        SettingsFiles = [LocalSettings.SampleFile, Path.GetFullPath(OwnSettings)],
        Settings = storage.Settings,
    };

    private static Task PlayDemoAsync(CommandLine commandLine, LocalHost host, CancellationToken stop) =>
        commandLine.Demo && host.Services.GetService<IDemo>() is { } demo ? demo.RunAsync(host, stop) : Task.CompletedTask;

    // Validation and content that does not parse say what to mend; anything else is a bug and keeps its stack.
    private static bool IsForTheUser(Exception reason) => reason switch
    {
        AggregateException several => several.InnerExceptions.All(IsForTheUser),
        _ => reason is LocalHostException or OptionsValidationException or InvalidDataException,
    };

    private static IEnumerable<string> Lines(Exception reason) => reason switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Lines),
        OptionsValidationException invalid => invalid.Failures,
        _ => [reason.Message],
    };
}

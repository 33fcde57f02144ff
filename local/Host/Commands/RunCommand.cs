using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using LeadFunctions.Local.Azurite;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local.Commands;

/// <summary>The command line: starts everything, says where it is, and stops it all again.</summary>
/// <param name="output">Where people read what is going on.</param>
/// <param name="errors">Where they read why it is not.</param>
/// <param name="startStorage">Starts a storage emulator; <see langword="null"/> leaves storage to the settings.</param>
/// <param name="adjust">A last word on how the host runs.</param>
internal sealed class RunCommand(
    TextWriter output,
    TextWriter errors,
    StartStorage? startStorage,
    Func<LocalHostOptions, LocalHostOptions>? adjust = null)
{
    private const int Done = 0;
    private const int NotStarted = 1;
    private const int NotUnderstood = 2;

    private const string OwnSettings = "local.settings.json";

    // Who asked while the port was bound but nobody listened yet has been heard by then, also on a slow machine.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.25);

    private static string[] SettingsFiles => [LocalSettings.SampleFile, Path.GetFullPath(OwnSettings)];

    /// <summary>Runs until Ctrl-C or SIGTERM.</summary>
    /// <returns>The exit code: 0 when it ran, 1 when it could not start, 2 when an option was not understood.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var signals = new Signals();
        return await RunAsync(arguments, signals.Stop);
    }

    /// <summary>Runs until it is told to stop.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
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

        try
        {
            await (commandLine switch
            {
                { Calendar: { } calendar } => PrintAsync(calendar),
                { Backups: { } wish } => RestoreAsync(wish, commandLine, stop),
                _ => RunAsync(commandLine, stop),
            });
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

    // Wrong settings and content that does not parse are for the user to mend. Anything else is a bug, and keeps its stack.
    private static bool IsForTheUser(Exception reason) => reason switch
    {
        AggregateException several => several.InnerExceptions.All(IsForTheUser),
        _ => reason is BackupException or SealBrokenException or LeadStoreUnavailableException or LocalHostException or OptionsValidationException or ContentException or AzuriteNotStartedException,
    };

    private static IEnumerable<string> Lines(Exception reason) => reason switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Lines),
        OptionsValidationException invalid => invalid.Failures,
        _ => [reason.Message],
    };

    private static Task PlayDemoAsync(LocalHost host, CancellationToken stop) =>
        (host.Services.GetService<IDemo>() ?? throw new LocalHostException("This build has no demo.")).RunAsync(host, stop);

    // The language that the calendar speaks ends with this method.
    private async Task PrintAsync(CalendarWish calendar) => await output.WriteAsync(CalendarCommand.Run(calendar, SettingsFiles));

    private async Task RestoreAsync(BackupWish wish, CommandLine commandLine, CancellationToken stop)
    {
        if (!commandLine.IsDataDirectoryGiven)
        {
            await RestoreCommand.RunAsync(wish, LocalSettings.Of(SettingsFiles), output, stop);
            return;
        }

        using var directory = DataDirectory.Take(commandLine.DataDirectory, commandLine.Fresh);
        await using var storage = await Storage.StartAsync(directory, commandLine.Fresh, startStorage, stop);
        await RestoreCommand.RunAsync(wish, LocalSettings.Of(SettingsFiles, storage.Settings), output, stop);
    }

    private async Task RunAsync(CommandLine commandLine, CancellationToken stop)
    {
        using var directory = DataDirectory.Take(commandLine.DataDirectory, commandLine.Fresh);
        await using var storage = await Storage.StartAsync(directory, commandLine.Fresh, startStorage, stop);
        await using var host = await LocalHost.StartAsync(Options(commandLine, directory, storage), stop);
        directory.WriteProcessId();
        await output.WriteLineAsync(Welcome.Text(host));
        if (commandLine.Demo)
        {
            await PlayDemoAsync(host, stop);
        }

        await Task.Delay(Timeout.Infinite, stop);
    }

    private LocalHostOptions Options(CommandLine commandLine, DataDirectory directory, Storage storage)
    {
        var options = new LocalHostOptions
        {
            Port = commandLine.Port,
            Address = commandLine.Address,
            DataDirectory = directory.Path,
            Prepare = Tables.MakeAsync,
            Moment = Moment,
            SettingsFiles = SettingsFiles,
            Settings = storage.Settings,
        };
        return adjust?.Invoke(options) ?? options;
    }
}

using System.Globalization;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local.Commands;

/// <summary>
/// <c>./restore</c>: shows the copies of all rows in the second account, or writes one back into empty tables, and ends. Both accounts and the keys are
/// those of the settings, as the app has them.
/// </summary>
internal static class RestoreCommand
{
    /// <exception cref="BackupException">It cannot be done as asked: the message says why.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public static async Task RunAsync(BackupWish wish, IReadOnlyList<string> settingsFiles, TextWriter output, CancellationToken stop)
    {
        await using var services = Services(settingsFiles);
        services.GetRequiredService<IStartupValidator>().Validate();
        var backups = services.GetRequiredService<IBackups>();
        if (wish.Restore is { } day)
        {
            await Tables.MakeLeadsAsync(services, stop);
            var rows = await backups.RestoreAsync(day, wish.Again, stop);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows} rows of the copy of {day:yyyy-MM-dd} are written back. See docs/operations.md for what to do before the app runs again."));
            return;
        }

        foreach (var backup in await backups.AllAsync(stop))
        {
            await output.WriteLineAsync(Line(backup));
        }
    }

    private static string Line(StoredBackup backup) => string.Create(
        CultureInfo.InvariantCulture,
        $"{backup.Day:yyyy-MM-dd}  {backup.Rows,12} rows  {(backup.FinishedAt is { } finished ? $"complete since {finished:yyyy-MM-dd HH:mm} UTC" : "NOT COMPLETE")}");

    private static ServiceProvider Services(IReadOnlyList<string> settingsFiles)
    {
        return new ServiceCollection()
            .AddSingleton(LocalSettings.Of(settingsFiles))
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddStorage()
            .BuildServiceProvider();
    }
}

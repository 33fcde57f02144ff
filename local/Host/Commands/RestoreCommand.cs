using System.Diagnostics;
using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local.Commands;

/// <summary>
/// <c>./restore</c>: shows the copies of all rows in the second account, or writes one back into empty tables and mends what the copy lacks, and ends.
/// Both accounts and the keys are those of the settings, as the app has them.
/// </summary>
internal static class RestoreCommand
{
    /// <exception cref="BackupException">It cannot be done as asked: the message says why.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public static async Task RunAsync(BackupWish wish, IConfiguration settings, TextWriter output, CancellationToken stop)
    {
        using var app = Compose(settings);
        var services = app.Services;
        services.GetRequiredService<IStartupValidator>().Validate();
        var backups = services.GetRequiredService<IBackups>();
        if (wish.Restore is { } day)
        {
            await Tables.MakeLeadsAsync(services, stop);
            var rows = await backups.RestoreAsync(day, wish.Again, stop);
            await ScrubAsync(services, output, stop);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows} rows of the copy of {day:yyyy-MM-dd} are written back. See docs/operations.md for what to do before the app runs again."));
            return;
        }

        foreach (var backup in await backups.AllAsync(stop))
        {
            await output.WriteLineAsync(Line(backup));
        }
    }

    // Nothing stood still while the copy was made: work that moved can be in it twice or not at all. That is mended before anything is sent.
    private static async Task ScrubAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var scrub = services.GetRequiredService<ScrubHandler>();
        ScrubAnswer? answer = null;
        do
        {
            answer = await scrub.HandleAsync(answer?.Next, stop) ?? throw new UnreachableException("Its own cursor.");
        }
        while (answer.Next is not null);

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Leads} requests looked through: {answer.Mended} rows were missing in the copy and are there again, {answer.Dropped} were too many and are gone, {answer.Left} things are left to look at."));
        foreach (var line in answer.Reported)
        {
            await output.WriteLineAsync($"  {line}");
        }
    }

    private static string Line(StoredBackup backup) => string.Create(
        CultureInfo.InvariantCulture,
        $"{backup.Day:yyyy-MM-dd}  {backup.Rows,12} rows  {(backup.FinishedAt is { } finished ? $"complete since {finished:yyyy-MM-dd HH:mm} UTC" : "NOT COMPLETE")}");

    private static IHost Compose(IConfiguration settings)
    {
        // Of the app only what reads and writes rows: it is never started.
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddClinic()
            .AddLeads()
            .AddStorage()
            .AddArticles()
            .AddDesk()
            .AddSequences()
            .AddScrubbing();
        return builder.Build();
    }
}

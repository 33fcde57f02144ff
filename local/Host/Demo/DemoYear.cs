using System.Diagnostics;
using Bogus;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>
/// Makes up what a clinic knows after a year: the facts and the evidence of which figures are made, and no leads, no mails. They are counted by
/// the app itself. It also makes up what became of the mails of the month that was lived through.
/// </summary>
/// <param name="seed">From the same one come the same figures.</param>
/// <param name="output">Where it says how far it is.</param>
internal sealed class DemoYear(int seed, TextWriter output)
{
    private const int LeadsAtOnce = 8;
    private const int Days = 365;
    private const string StatsRollup = "StatsRollup";

    // So many in a hundred of the people of a busy day come in January, February… : most after New Year and in autumn, few in summer.
    private static readonly int[] Season = [100, 92, 85, 82, 80, 64, 55, 60, 84, 90, 82, 58];

    public async Task RunAsync(LocalHost host, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("All of it can be used now. The figures of the year before are being made up meanwhile; the page of figures fills until then.");
        var begun = Stopwatch.GetTimestamp();
        var time = host.Services.GetRequiredService<ClinicProfile>().Time;
        var now = host.Clock.GetUtcNow();
        var lives = new Lives(seed, host.Services);
        var month = await MonthAsync(host, lives, now, cancellationToken);
        var year = new VisitBook(time, seed + 1).Between(now.AddDays(-Days), now.AddDays(-DemoMonth.Days));
        var chance = new Randomizer(seed);
        var visits = year.Where(visit => chance.Percent(Season[time.DateAt(visit.At).Month - 1])).ToList();
        var made = visits.ConvertAll(visit => lives.Of(visit, now));
        await KeepAsync(host, [.. month, .. made], cancellationToken);
        await SumUpAsync(host, cancellationToken);
        await AnswerAsync(host, new WeeksAnswered(seed, time).Of(visits), cancellationToken);
        await output.WriteLineAsync($"The figures of the year are there: {made.Count} more requests, after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s.");
    }

    /// <summary>What became of the mails that went out in the month.</summary>
    private static async Task<List<Life>> MonthAsync(LocalHost host, Lives lives, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = host.Services.GetRequiredService<ILeadCounts>();
        var month = new List<Life>();
        foreach (var shard in Shard.All)
        {
            await foreach (var lead in counts.LeadsAsync(shard, after: null, cancellationToken))
            {
                var known = await counts.FactsAsync(lead, cancellationToken);
                month.Add(new(lead, new(), lives.Evidence(lead, known.Sent, now)));
            }
        }

        return month;
    }

    private static Task KeepAsync(LocalHost host, IEnumerable<Life> lives, CancellationToken cancellationToken)
    {
        var counts = host.Services.GetRequiredService<ILeadCounts>();
        var events = host.Services.GetRequiredService<IEventStore>();
        return Parallel.ForEachAsync(
            lives,
            new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken },
            async (life, token) =>
            {
                await events.KeepAsync(life.Evidence, token);
                await counts.KeepAsync(life.Lead, life.Facts, token);
                await counts.CountAsync(life.Lead, token);
            });
    }

    // Beside the weeks that were lived through, which the app has worked out itself.
    private static async Task AnswerAsync(LocalHost host, IReadOnlyList<AnswerWeek> weeks, CancellationToken cancellationToken)
    {
        var answers = host.Services.GetRequiredService<IAnswerTimes>();
        if (await answers.RecentAsync(cancellationToken) is { } recent)
        {
            await answers.KeepAsync(weeks, recent, cancellationToken);
        }
    }

    // Everything is counted, so no hour has to be looked at again; then the dates are summed up, 45 seconds at a time.
    private static async Task SumUpAsync(LocalHost host, CancellationToken cancellationToken)
    {
        var counts = host.Services.GetRequiredService<ILeadCounts>();
        var days = host.Services.GetRequiredService<IDayCounts>();
        await Parallel.ForEachAsync(
            await counts.HoursWithNewEvidenceAsync(cancellationToken).ToListAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken },
            async (hour, token) => await counts.CountedAsync(hour, token));
        do
        {
            await host.RunAsync(StatsRollup, cancellationToken);
        }
        while (await days.ChangedHoursAsync(cancellationToken).AnyAsync(cancellationToken));
    }
}

using System.Globalization;
using LeadFunctions.Leads;
using LeadFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>How far a scrub has come since it was begun.</summary>
/// <param name="Leads">How many leads were looked at.</param>
/// <param name="Mended">How many rows that were missing were written again.</param>
/// <param name="Dropped">How many things were taken away that belonged to nothing, or were there twice.</param>
/// <param name="Left">How many things somebody has to look at.</param>
/// <param name="Reported">The first of those, each as <c>problem shard id</c>.</param>
/// <param name="Next">Where to go on, when time was up; null when all is done.</param>
public sealed record ScrubAnswer(int Leads, int Mended, int Dropped, int Left, IReadOnlyList<string> Reported, string? Next);

/// <summary>
/// Looks at all leads, mends what is certainly wrong with their rows, and says what it must leave. Safe beside everything else: what seems wrong is
/// read again, and a repair holds only while nothing of it has changed. It begins no shard after 45 seconds and goes on with the next run.
/// </summary>
public sealed partial class ScrubHandler(IScrubStore store, ScrubRules rules, IUpkeepLog log, TimeProvider clock, ILogger<ScrubHandler> logger)
{
    // Of one lead there may be several things to mend, one after the other; and somebody else may be at work on it.
    private const int MostTries = 8;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    /// <summary>A pass that was cut short is gone on with for so long; then it is begun anew.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>The timer may look every few minutes of one day of the week: one pass is enough.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(6);

    /// <summary>What the timer does: goes on with the pass of this week, or begins it, unless it is done.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = (await log.ReadAsync(cancellationToken)).Scrub;
        if (last?.FinishedAt is { } finished && now < finished + Rest)
        {
            return;
        }

        await RunAsync(last is { Next: not null } open && now < open.BegunAt + Fresh ? open : new() { BegunAt = now }, cancellationToken);
    }

    /// <param name="cursor">From <see cref="ScrubAnswer.Next"/>; null to begin.</param>
    /// <param name="cancellationToken">Stops between two leads.</param>
    /// <returns>Null when the cursor is none.</returns>
    public async Task<ScrubAnswer?> HandleAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is null)
        {
            return Answer(await RunAsync(new() { BegunAt = clock.GetUtcNow() }, cancellationToken));
        }

        if (!int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= Shard.Count)
        {
            return null;
        }

        var last = (await log.ReadAsync(cancellationToken)).Scrub;
        return Answer(await RunAsync(last?.Next?.Number == number ? last : new() { BegunAt = clock.GetUtcNow(), Next = new Shard(number) }, cancellationToken));
    }

    private static ScrubAnswer Answer(ScrubPass pass) =>
        new(pass.Leads, pass.Mended, pass.Dropped, pass.Left, pass.Reported, pass.Next?.Number.ToString(CultureInfo.InvariantCulture));

    private async Task<ScrubPass> RunAsync(ScrubPass pass, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (pass.Next is { } shard && clock.GetElapsedTime(begun) < Budget)
        {
            pass = await ScrubAsync(shard, pass, cancellationToken);
            pass = shard.Number + 1 < Shard.Count
                ? pass with { Next = new Shard(shard.Number + 1) }
                : pass with { Next = null, FinishedAt = clock.GetUtcNow() };
            await log.ScrubbedAsync(pass, cancellationToken);
        }

        LogScrubbed(pass.Leads, pass.Mended, pass.Dropped, pass.Left);
        return pass;
    }

    private async Task<ScrubPass> ScrubAsync(Shard shard, ScrubPass pass, CancellationToken cancellationToken)
    {
        var (books, unreadable) = await store.ReadAsync(shard, cancellationToken);
        var tally = new Tally(pass with { Leads = pass.Leads + books.Count(book => book.Lead is not null) });
        foreach (var lead in unreadable)
        {
            Leave(new(ScrubProblem.Unreadable, lead, null), tally);
        }

        foreach (var book in books.Where(book => rules.Look(book, clock.GetUtcNow()).Count > 0))
        {
            await SettleAsync(book, tally, cancellationToken);
        }

        return tally.Pass;
    }

    private async Task SettleAsync(LeadBook book, Tally tally, CancellationToken cancellationToken)
    {
        IReadOnlyList<ScrubFinding> before = [];
        for (var tries = 0; tries < MostTries; tries++)
        {
            book = await store.ReadAgainAsync(book, cancellationToken);
            var findings = rules.Look(book, clock.GetUtcNow());
            if (findings.FirstOrDefault(finding => finding.Repair is not null) is { Repair: { } repair } mended)
            {
                if (await store.TryRepairAsync(book, repair, cancellationToken))
                {
                    Mend(mended, repair, tally);
                }

                continue;
            }

            // What changes while it is read can look wrong once.
            if (findings.Select(finding => finding.Problem).SequenceEqual(before.Select(finding => finding.Problem)))
            {
                findings.ToList().ForEach(finding => Leave(finding, tally));
                return;
            }

            before = findings;
        }
    }

    private void Mend(ScrubFinding finding, ScrubRepair repair, Tally tally)
    {
        Figures.Scrubbed(finding.Problem, repair.IsRemoval ? "dropped" : "mended");
        LogMended(finding.Problem, finding.Lead, finding.Lead.Shard);
        tally.Pass = repair.IsRemoval ? tally.Pass with { Dropped = tally.Pass.Dropped + 1 } : tally.Pass with { Mended = tally.Pass.Mended + 1 };
    }

    private void Leave(ScrubFinding finding, Tally tally)
    {
        Figures.Scrubbed(finding.Problem, "left");
        LogLeft(finding.Problem, finding.Lead, finding.Lead.Shard);
        var line = $"{finding.Problem} {finding.Lead.Shard} {finding.Lead}";
        tally.Pass = tally.Pass with { Left = tally.Pass.Left + 1, Reported = [.. tally.Pass.Reported.Append(line).Take(ScrubPass.MostReported)] };
    }

    [LoggerMessage(LogLevel.Information, "Scrubbed {Leads} leads: {Mended} rows were missing and are there again, {Dropped} were too many and are gone, {Left} things are left for somebody to look at.")]
    private partial void LogScrubbed(int leads, int mended, int dropped, int left);

    [LoggerMessage(LogLevel.Warning, "{Problem} of lead {Lead} in shard {Shard} is mended.")]
    private partial void LogMended(ScrubProblem problem, LeadId lead, Shard shard);

    [LoggerMessage(LogLevel.Error, "{Problem} of lead {Lead} in shard {Shard} cannot be mended by itself.")]
    private partial void LogLeft(ScrubProblem problem, LeadId lead, Shard shard);

    private sealed class Tally(ScrubPass pass)
    {
        public ScrubPass Pass { get; set; } = pass;
    }
}

using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Backup;

/// <summary>
/// Makes the copy of the day, and removes those that are too old. A tick stops after 45 seconds and the next goes on from there; two may overlap, since
/// a row that is copied twice is there once.
/// </summary>
public sealed partial class BackupHandler(IBackups backups, IOptions<BackupOptions> options, TimeProvider clock, ILogger<BackupHandler> logger)
{
    private const int PartsAtOnce = 4;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        if (!backups.IsSetUp)
        {
            return;
        }

        using var budget = new CancellationTokenSource(Budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        try
        {
            var unfinished = await backups.UnfinishedAsync(today, both.Token);
            if (unfinished.Count > 0 && await TryCopyAsync(today, unfinished, both.Token))
            {
                LogFinished(today);
                await RemoveOldAsync(today.AddDays(-options.Value.KeepDays), both.Token);
            }
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogAway(exception, today);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The next tick goes on.
        }
    }

    private async Task<bool> TryCopyAsync(DateOnly today, IReadOnlyList<BackupPart> parts, CancellationToken cancellationToken)
    {
        var copied = 0;
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce }, async (part, _) =>
        {
            // A part that is cut short says how far it came, so it is asked to stop and not torn off.
            if (!cancellationToken.IsCancellationRequested && await backups.CopyAsync(today, part, cancellationToken))
            {
                Interlocked.Increment(ref copied);
            }
        });
        return copied == parts.Count;
    }

    private async Task RemoveOldAsync(DateOnly before, CancellationToken cancellationToken)
    {
        foreach (var old in (await backups.AllAsync(cancellationToken)).Where(backup => backup.Day < before))
        {
            await backups.RemoveAsync(old.Day, cancellationToken);
            LogRemoved(old.Day);
        }
    }

    [LoggerMessage(LogLevel.Information, "The copy of {Day} is complete.")]
    private partial void LogFinished(DateOnly day);

    [LoggerMessage(LogLevel.Information, "The copy of {Day} is removed: it is older than copies are kept.")]
    private partial void LogRemoved(DateOnly day);

    [LoggerMessage(LogLevel.Error, "The copy of {Day} was cut short; the next run goes on.")]
    private partial void LogAway(Exception exception, DateOnly day);
}

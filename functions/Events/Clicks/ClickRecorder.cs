using System.Threading.Channels;
using LeadFunctions.Leads;
using LeadFunctions.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Events;

/// <summary>
/// Keeps clicks without letting anybody wait for storage: what is not kept within 300 ms waits in memory and is kept later.
/// </summary>
/// <remarks>
/// Azure Functions promises nothing about work after the answer: it does not track background work, and may stop the process when no
/// function runs (learn.microsoft.com/azure/azure-functions/performance-reliability, "Background tasks must complete"). So the rule is
/// to keep a click inside of the invocation, while somebody waits, and this queue is for the exception: storage that is slow or away.
/// It is tried again until storage is back, and a last time when the process is asked to stop. A process that is killed at such a
/// moment loses what waits in it; whatever is known to be lost is counted and logged.
/// </remarks>
public sealed partial class ClickRecorder(IEventStore events, ILogger<ClickRecorder> logger) : BackgroundService
{
    /// <summary>The longest that somebody who follows a link waits for storage.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Channel<MailEvent> waiting = Channel.CreateBounded<MailEvent>(MostWaiting);
    private readonly List<MailEvent> batch = [];

    /// <summary>Measures patience and pauses. Real time on purpose: a clock that somebody moves must not cut a wait short.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>How many clicks wait to be kept.</summary>
    internal int Waiting => waiting.Reader.Count;

    /// <summary>Returns when the click is kept, or waits to be: after <see cref="Patience"/> at the latest. Never throws.</summary>
    public async Task RecordAsync(MailEvent click)
    {
        // Where others wait, storage is away: there is nothing to be gained by waiting for it.
        if (Waiting == 0 && await TryKeepAtOnceAsync(click))
        {
            return;
        }

        if (!waiting.Writer.TryWrite(click))
        {
            Figures.ClicksLost(1);
            LogFull(click.Mail);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        waiting.Writer.TryComplete();
        while (TryFill())
        {
            if (!await TryKeepAsync(cancellationToken))
            {
                var lost = batch.Count + waiting.Reader.Count;
                Figures.ClicksLost(lost);
                LogLost(lost);
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await KeepWaitingAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is kept when the stop goes on.
        }
    }

    private async Task KeepWaitingAsync(CancellationToken stopping)
    {
        var pause = FirstPause;
        while (TryFill())
        {
            if (await TryKeepAsync(stopping))
            {
                pause = FirstPause;
                continue;
            }

            await Task.Delay(pause, RealTime, stopping);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <returns>False when nothing waits.</returns>
    private bool TryFill()
    {
        while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var click))
        {
            batch.Add(click);
        }

        return batch.Count > 0;
    }

    private async Task<bool> TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await events.KeepAsync(batch, cancellationToken);
            LogKeptLater(batch.Count);
            batch.Clear();
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotKept(exception, batch.Count);
        }
        catch (OperationCanceledException)
        {
            // Out of time: the batch is still here.
        }

        return false;
    }

    private async Task<bool> TryKeepAtOnceAsync(MailEvent click)
    {
        using var patience = new CancellationTokenSource(Patience, RealTime);
        try
        {
            // A store that does not hear of the end of patience must not hold anybody either. Keeping a click twice is keeping it once.
            await events.KeepAsync([click], patience.Token).WaitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            LogSlow(click.Mail);
        }
        catch (Exception exception) when (!patience.IsCancellationRequested)
        {
            LogNotKept(exception, 1);
        }

        return false;
    }

    [LoggerMessage(LogLevel.Warning, "Storage did not keep a click on {Mail} in time; it is kept later.")]
    private partial void LogSlow(SendKey mail);

    [LoggerMessage(LogLevel.Warning, "{Count} clicks could not be kept; they wait.")]
    private partial void LogNotKept(Exception exception, int count);

    [LoggerMessage(LogLevel.Information, "Kept {Count} clicks that had waited.")]
    private partial void LogKeptLater(int count);

    [LoggerMessage(LogLevel.Error, "A click on {Mail} is lost: too many wait for storage.")]
    private partial void LogFull(SendKey mail);

    [LoggerMessage(LogLevel.Error, "{Count} clicks are lost: storage was away until the process stopped.")]
    private partial void LogLost(int count);
}

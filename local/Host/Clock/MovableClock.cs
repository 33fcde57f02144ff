using System.Globalization;

namespace LeadFunctions.Local;

/// <summary>
/// The real clock plus an offset that grows, so that ten days can pass in ten seconds. Only what the time is moves: timestamps and
/// delays stay real, as they would on any machine whose clock was set.
/// </summary>
/// <param name="file">Where the offset is kept between runs; <see langword="null"/> keeps it nowhere.</param>
public sealed class MovableClock(string? file = null) : TimeProvider
{
    /// <summary>How far one move may go.</summary>
    public static readonly TimeSpan LongestMove = TimeSpan.FromDays(3650);

    // Delays count monotonic time, which stands still while a laptop sleeps: look at the clock again now and then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock moving = new();
    private long offset = file is null ? 0 : Read(file);
    private long movedTo;
    private TaskCompletionSource moved = NewSignal();

    /// <summary>How far this clock is ahead of the real one.</summary>
    public TimeSpan Offset => new(Volatile.Read(ref offset));

    /// <summary>Where the last move ended; the first moment of all when there was none.</summary>
    internal DateTimeOffset MovedTo => new(Volatile.Read(ref movedTo), TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves the clock. <see cref="LocalHost.MoveClockAsync"/> does so too, and then waits for the timers that fell due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a move forward, or longer than <see cref="LongestMove"/>.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, LongestMove);

        lock (moving)
        {
            // Where the move ends is known before anyone can see it ended: a timer that wakes at once knows that it is late.
            Volatile.Write(ref movedTo, (GetUtcNow() + by).Ticks);
            Volatile.Write(ref offset, offset + by.Ticks);
            Save();
            Interlocked.Exchange(ref moved, NewSignal()).SetResult();
        }
    }

    /// <summary>
    /// Begins in the past, for whoever then lives through it up to now. The past is not kept: a host that starts again starts today.
    /// </summary>
    internal void SetBack(TimeSpan by)
    {
        lock (moving)
        {
            Volatile.Write(ref offset, offset - by.Ticks);
        }
    }

    /// <summary>Waits until this clock shows the moment, by waiting or by being moved.</summary>
    internal async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (true)
        {
            var move = Volatile.Read(ref moved).Task;
            var wait = moment - GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return;
            }

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(move, Task.Delay(wait < LongestWait ? wait : LongestWait, enough.Token));
            await enough.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static long Read(string file) =>
        File.Exists(file) && TimeSpan.TryParseExact(File.ReadAllText(file).Trim(), "c", CultureInfo.InvariantCulture, out var kept)
            ? Math.Max(0, kept.Ticks)
            : 0;

    private void Save()
    {
        if (file is null)
        {
            return;
        }

        var draft = file + ".new";
        File.WriteAllText(draft, Offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(draft, file, overwrite: true);
    }
}

namespace LeadFunctions.Tests.Email;

/// <summary>Time that passes when a test says so; timers that fall due go off within <see cref="Advance"/>.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state), now + dueTime, dueTime < TimeSpan.Zero);
        timers.Add(timer);
        return timer;
    }

    internal void Advance(TimeSpan by)
    {
        now += by;

        foreach (var timer in timers.Where(timer => !timer.IsOff && timer.Due <= now).ToList())
        {
            timer.IsOff = true;
            timer.Ring();
        }
    }

    private sealed class Timer(Action ring, DateTimeOffset due, bool isOff) : ITimer
    {
        public DateTimeOffset Due { get; } = due;

        public bool IsOff { get; set; } = isOff;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => IsOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

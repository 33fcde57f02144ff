namespace LeadFunctions.Local.Timers;

/// <summary>When one timer function ran and will run: kept for this process always, and over a restart when it is monitored.</summary>
internal sealed class TimerLedger
{
    private readonly string function;
    private readonly TimerSchedule schedule;
    private readonly TimerMemory memory;
    private readonly bool isMonitored;
    private readonly DateTimeOffset openedAt;
    private TimerStatus status;

    public TimerLedger(string function, TimerSchedule schedule, bool useMonitor, TimerMemory memory, DateTimeOffset now)
    {
        this.function = function;
        this.schedule = schedule;
        this.memory = memory;
        isMonitored = useMonitor && !schedule.IsFrequent;
        openedAt = now;
        status = Recall() ?? Begin();
    }

    /// <summary>The tick that the function waits for.</summary>
    public DateTimeOffset Next => Volatile.Read(ref status).Next;

    /// <summary>Whether that tick fell while no host was there.</summary>
    public bool WasMissed => Next <= openedAt;

    /// <summary>What the function is told; <see langword="null"/> when it is not monitored.</summary>
    public TimerStatus? Monitored => isMonitored ? Volatile.Read(ref status) : null;

    /// <summary>Writes down a run that began at the moment, and reckons the next tick from it.</summary>
    public void Ran(DateTimeOffset at)
    {
        var now = new TimerStatus(Last: at, schedule.After(at), LastUpdated: at);
        Volatile.Write(ref status, now);
        if (isMonitored)
        {
            memory.Remember(function, now);
        }
    }

    private TimerStatus? Recall()
    {
        // A clock that was set back makes the memory worthless: its next tick could be years away.
        if (!isMonitored || memory.Recall(function) is not { } kept || kept.LastUpdated > openedAt)
        {
            return null;
        }

        var next = schedule.After(kept.Last == default ? kept.LastUpdated : kept.Last);
        if (next == kept.Next)
        {
            return kept;
        }

        // The schedule was changed meanwhile: a tick that the new one would have had in the past is not made up for.
        return new TimerStatus(default, next > openedAt ? next : schedule.After(openedAt), LastUpdated: openedAt);
    }

    private TimerStatus Begin()
    {
        var first = new TimerStatus(default, schedule.After(openedAt), default);
        if (isMonitored)
        {
            // With the moment it was reckoned from, so that a tick missed before any run is noticed after a restart.
            memory.Remember(function, first with { LastUpdated = openedAt });
        }

        return first;
    }
}

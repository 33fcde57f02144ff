namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about the tick it runs for.</summary>
public class TimerInfo
{
    /// <summary>When it ran and will run, or <see langword="null"/> when the host does not remember.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run is later than its tick: the host was away, or the clock was moved.</summary>
    public bool IsPastDue { get; set; }
}

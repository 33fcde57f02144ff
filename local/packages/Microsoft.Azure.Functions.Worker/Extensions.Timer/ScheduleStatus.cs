namespace Microsoft.Azure.Functions.Worker;

/// <summary>The runs of a timer function, as the host remembers them.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; 0001-01-01 when there was none.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was written; 0001-01-01 on the first run.</summary>
    public DateTime LastUpdated { get; set; }
}

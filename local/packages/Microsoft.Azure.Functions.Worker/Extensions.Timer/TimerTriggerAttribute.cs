using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Takes a six-field NCRONTAB expression, a constant interval, or the name of a setting between percent signs.</summary>
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>The schedule as it was written.</summary>
    public string Schedule { get; private set; }

    /// <summary>Whether the host remembers runs, so that a tick missed by a restart is made up for. On unless turned off.</summary>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs each time the host starts.</summary>
    public bool RunOnStartup { get; set; }
}

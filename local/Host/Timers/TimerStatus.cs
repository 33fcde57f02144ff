using System.Text.Json.Serialization;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Timers;

/// <summary>What is remembered of a timer function's runs, all in UTC; the first moment of all stands for never.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>What a function is told.</summary>
    public ScheduleStatus ToScheduleStatus() =>
        new() { Last = Last.UtcDateTime, Next = Next.UtcDateTime, LastUpdated = LastUpdated.UtcDateTime };
}

[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class TimerJson : JsonSerializerContext;

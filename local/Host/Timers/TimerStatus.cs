using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Timers;

/// <summary>What is remembered of a timer function's runs, all in UTC; the first moment of all stands for never.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    /// <summary>What a function is told.</summary>
    public ScheduleStatus ToScheduleStatus() =>
        new() { Last = Last.UtcDateTime, Next = Next.UtcDateTime, LastUpdated = LastUpdated.UtcDateTime };

    /// <summary>A moment a line. Each start writes one: to serialise them as JSON would take it longer than all that timers do there.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Last:O}\n{Next:O}\n{LastUpdated:O}\n");

    /// <exception cref="FormatException">These are no such lines.</exception>
    public static TimerStatus Parse(string[] lines) => lines is [var last, var next, var updated]
        ? new(Moment(last), Moment(next), Moment(updated))
        : throw new FormatException("A timer's status is three moments, one a line.");

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}

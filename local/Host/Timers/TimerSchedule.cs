using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace LeadFunctions.Local.Timers;

/// <summary>
/// When a timer ticks: an NCRONTAB expression (six fields; five are taken as the one without seconds) or a constant interval, in UTC,
/// read as the Functions host reads it.
/// </summary>
internal sealed partial class TimerSchedule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CrontabSchedule? crontab;
    private readonly TimeSpan interval;

    private TimerSchedule(CrontabSchedule? crontab, TimeSpan interval)
    {
        this.crontab = crontab;
        this.interval = interval;
    }

    /// <summary>Whether it ticks more than once a minute: the host then remembers nothing of its runs.</summary>
    public bool IsFrequent => crontab is null ? interval < Minute : TicksWithinAnyMinute(crontab) > 1;

    /// <summary>Reads a schedule, with settings in place of names between percent signs.</summary>
    /// <exception cref="LocalHostException">A setting is missing, or the text is no schedule.</exception>
    public static TimerSchedule Parse(string function, string written, IConfiguration settings)
    {
        var text = SettingName.Replace(written, name => Resolve(function, name.Groups[1].Value, settings));
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields != 5 }) is { } crontab)
        {
            return new TimerSchedule(crontab, default);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new TimerSchedule(null, interval)
            : throw new LocalHostException(
                $"Function '{function}': the schedule '{text}' is neither a six-field NCRONTAB expression nor an interval.");
    }

    /// <summary>The first tick after the moment.</summary>
    public DateTimeOffset After(DateTimeOffset moment) =>
        crontab is null ? moment + interval : new DateTimeOffset(crontab.GetNextOccurrence(moment.UtcDateTime), TimeSpan.Zero);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName { get; }

    private static string Resolve(string function, string name, IConfiguration settings) =>
        settings[LocalSettings.Normalise(name)]
            ?? throw new LocalHostException($"Function '{function}': the setting '{name}' is missing. It holds the function's schedule.");

    private static int TicksWithinAnyMinute(CrontabSchedule crontab)
    {
        var anyMinute = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var first = crontab.GetNextOccurrence(anyMinute);
        return crontab.GetNextOccurrences(first.AddTicks(-1), first + Minute - TimeSpan.FromTicks(1)).Take(2).Count();
    }
}

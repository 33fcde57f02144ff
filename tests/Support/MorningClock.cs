using LeadFunctions.Local;

namespace LeadFunctions.Tests.Support;

/// <summary>
/// Clocks that show a Monday morning at the clinic, whenever a test runs: what may be sent, and who is there, depends on the hour.
/// </summary>
internal static class MorningClock
{
    // 9:00 in Los Angeles, six days before its clocks change.
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    public static MovableClock New()
    {
        var clock = new MovableClock();
        clock.SetBack(TimeProvider.System.GetUtcNow() - Morning);
        return clock;
    }
}

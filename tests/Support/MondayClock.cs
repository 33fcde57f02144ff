using LeadFunctions.Local;

namespace LeadFunctions.Tests.Support;

/// <summary>
/// Clocks that show a Monday at the clinic, soon after <see cref="ALead"/> came, whenever a test runs: what may be sent, and who is there, depends on
/// the hour.
/// </summary>
internal static class MondayClock
{
    private static readonly DateTimeOffset Begins = ALead.Noon.AddMinutes(5);

    public static MovableClock New()
    {
        var clock = new MovableClock();
        clock.SetBack(TimeProvider.System.GetUtcNow() - Begins);
        return clock;
    }
}

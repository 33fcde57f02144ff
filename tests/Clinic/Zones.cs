namespace LeadFunctions.Tests.Clinic;

/// <summary>Zones with every habit of changing clocks that is left in the world, and some with none.</summary>
internal static class Zones
{
    public static TheoryData<string> All =>
    [
        "America/Los_Angeles", "America/New_York", "America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion",
        "America/Nuuk", "America/Phoenix", "America/Sao_Paulo", "Atlantic/Azores", "Europe/London", "Europe/Dublin", "Europe/Berlin",
        "Europe/Chisinau", "Asia/Beirut", "Asia/Jerusalem", "Asia/Gaza", "Asia/Kolkata", "Asia/Tokyo", "Africa/Cairo", "Africa/Casablanca",
        "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Easter", "Pacific/Kiritimati", "Etc/UTC",
    ];

    public static readonly DateTimeOffset From = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Every change of the clocks from 2024 to 2035, found minute by minute within the hours in which the offset differs.</summary>
    public static IEnumerable<(DateTimeOffset At, TimeSpan Before, TimeSpan After)> Changes(TimeZoneInfo zone)
    {
        for (var hour = From; hour < To; hour = hour.AddHours(1))
        {
            var before = zone.GetUtcOffset(hour);
            var after = zone.GetUtcOffset(hour.AddHours(1));

            if (before == after)
            {
                continue;
            }

            var at = hour;

            while (zone.GetUtcOffset(at) == before)
            {
                at = at.AddMinutes(1);
            }

            yield return (at, before, after);
        }
    }
}

namespace LeadFunctions.Leads;

/// <summary>
/// A quarter of an hour (UTC), the smallest time that is counted: every zone's midnight is at the beginning of one, also where clocks differ
/// by half or three quarters of an hour.
/// </summary>
/// <param name="Start">Its first instant.</param>
public readonly record struct Bucket(DateTimeOffset Start) : IComparable<Bucket>
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>The hour that it is in.</summary>
    public DateTimeOffset Hour => EventHour.Of(Start);

    /// <summary>Which quarter of the hour, 0 to 3.</summary>
    public int Quarter => (int)((Start - Hour) / Length);

    /// <summary>The bucket that an instant is in.</summary>
    public static Bucket Of(DateTimeOffset instant) => new(new(instant.UtcTicks - (instant.UtcTicks % Length.Ticks), TimeSpan.Zero));

    public int CompareTo(Bucket other) => Start.CompareTo(other.Start);

    public static bool operator <(Bucket left, Bucket right) => left.CompareTo(right) < 0;

    public static bool operator >(Bucket left, Bucket right) => left.CompareTo(right) > 0;

    public static bool operator <=(Bucket left, Bucket right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Bucket left, Bucket right) => left.CompareTo(right) >= 0;
}

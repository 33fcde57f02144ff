namespace LeadFunctions.Clinic;

/// <summary>A day on which the clinic is closed.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Day">When it is.</param>
public sealed record Holiday(string Name, HolidayDay Day)
{
    /// <summary>Whether the holiday is on this date.</summary>
    public bool FallsOn(DateOnly date) => Day.Is(date);
}

/// <summary>When a holiday is: once, or by a rule, so that the list does not run out with the year.</summary>
public abstract record HolidayDay
{
    private HolidayDay()
    {
    }

    /// <summary>Whether it is this date.</summary>
    public abstract bool Is(DateOnly date);

    /// <summary>One date.</summary>
    public sealed record Once(DateOnly Date) : HolidayDay
    {
        public override bool Is(DateOnly date) => date == Date;
    }

    /// <summary>The same date every year.</summary>
    public sealed record Yearly(int Month, int Day) : HolidayDay
    {
        public override bool Is(DateOnly date) => date.Month == Month && date.Day == Day;
    }

    /// <summary>The nth such weekday of a month, counted from 1.</summary>
    public sealed record NthWeekday(int Nth, DayOfWeek Weekday, int Month) : HolidayDay
    {
        public override bool Is(DateOnly date)
            => date.Month == Month && date.DayOfWeek == Weekday && (date.Day - 1) / 7 == Nth - 1;
    }

    /// <summary>The last such weekday of a month.</summary>
    public sealed record LastWeekday(DayOfWeek Weekday, int Month) : HolidayDay
    {
        public override bool Is(DateOnly date)
            => date.Month == Month && date.DayOfWeek == Weekday && date.AddDays(7).Month != Month;
    }
}

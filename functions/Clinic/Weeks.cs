namespace LeadFunctions.Clinic;

/// <summary>Weeks as figures have them: from Monday to Sunday.</summary>
public static class Weeks
{
    /// <summary>The days of a week.</summary>
    public const int Days = 7;

    /// <summary>The Monday of the week of a date.</summary>
    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + Days - 1) % Days));
}

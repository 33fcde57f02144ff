using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Clinic;

/// <summary>Reads "2026-12-24", "january 1", "fourth thursday of november" and "last monday of may".</summary>
internal static class HolidayText
{
    public const string Expected =
        "a day such as '2026-12-24', 'january 1', 'fourth thursday of november' or 'last monday of may'";

    private static readonly string[] Nths = ["first", "second", "third", "fourth"];

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    public static bool TryRead(string text, [MaybeNullWhen(false)] out HolidayDay day)
    {
        day = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var date] when ContentValues.TryDate(date, out var once) => new HolidayDay.Once(once),
            [var name, var number] => Yearly(Month(name), number),
            ["last", var weekday, "of", var name] => Last(weekday, Month(name)),
            [var nth, var weekday, "of", var name] => Nth(Array.IndexOf(Nths, nth) + 1, weekday, Month(name)),
            _ => null,
        };

        return day is not null;
    }

    private static HolidayDay.Yearly? Yearly(int month, string number)
        => month > 0
            && ContentValues.TryNumber(number, 1, DateTime.DaysInMonth(2024, month), out var day) // A leap year: February 29 is a day.
                ? new(month, day)
                : null;

    private static HolidayDay.LastWeekday? Last(string weekday, int month)
        => month > 0 && TryWeekday(weekday, out var day) ? new(day, month) : null;

    private static HolidayDay.NthWeekday? Nth(int nth, string weekday, int month)
        => nth > 0 && month > 0 && TryWeekday(weekday, out var day) ? new(nth, day, month) : null;

    private static bool TryWeekday(string text, out DayOfWeek weekday)
        => Enum.TryParse(text, ignoreCase: true, out weekday) && string.Equals(weekday.ToString(), text, StringComparison.OrdinalIgnoreCase);

    /// <returns>1 to 12, or 0 for a text that is no month.</returns>
    private static int Month(string name) => Array.IndexOf(Months, name) + 1;
}

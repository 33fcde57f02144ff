using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Marketing;

/// <summary>Reads for which dates figures are asked. Without a word: the last 90 days.</summary>
public sealed class RangeReader(ClinicTime time, TimeProvider clock)
{
    public const string From = "from";
    public const string To = "to";

    /// <summary>Two years, so that a year and the year before it are one look.</summary>
    public const int MostDays = 731;

    private const int UsualDays = 90;

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public DateOnly Today => time.DateAt(clock.GetUtcNow());

    /// <param name="query">The query of the page.</param>
    /// <param name="problem">What is wrong, in the language that is spoken now; null when nothing is.</param>
    /// <returns>What is asked for, or the usual range when that makes none.</returns>
    public DateRange Read(IQueryCollection query, out string? problem)
    {
        var usual = DateRange.Until(Today, UsualDays);
        problem = null;
        if (!TryDate(query[To], usual.To, out var to) || !TryDate(query[From], to.DayNumber - UsualDays < Earliest.DayNumber ? Earliest : to.AddDays(1 - UsualDays), out var from))
        {
            problem = MarketingText.DateExpected;
            return usual;
        }

        problem = from > to ? MarketingText.FromAfterTo
            : to.DayNumber - from.DayNumber >= MostDays ? MarketingText.RangeTooLong.With(MostDays)
            : from < Earliest || to > Today.AddDays(1) ? MarketingText.RangeOutside.With(DateRange.Text(Earliest), DateRange.Text(Today))
            : null;
        return problem is null ? new(from, to) : usual;
    }

    private static bool TryDate(string? text, DateOnly otherwise, out DateOnly date)
    {
        date = otherwise;
        return string.IsNullOrEmpty(text) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}

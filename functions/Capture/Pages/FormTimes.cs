using System.Globalization;
using LeadFunctions.Clinic;

namespace LeadFunctions.Capture;

/// <summary>The rows in which people say when it suits them: a day on which the clinic is open, and a part of it.</summary>
public sealed class FormTimes(SubmittedFields fields, OpeningHours hours)
{
    private const int FewestRows = 2;
    private const int MostRows = 8;

    private const string AnyTime = "Any time";

    private static readonly (string Value, string Label) EveningPart = ("evening", "Evening");

    private static readonly TimeSpan Evening = TimeSpan.FromHours(18);

    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly IReadOnlyList<string> days = fields.All(SubmissionSchema.PreferredDay);
    private readonly IReadOnlyList<string> parts = fields.All(SubmissionSchema.PreferredPart);

    /// <summary>What was chosen in each row; empty where nothing was.</summary>
    public IEnumerable<(string Day, string Part)> Rows =>
        Enumerable.Range(0, Math.Clamp(Math.Max(days.Count, parts.Count), FewestRows, MostRows)).Select(row => (days.ElementAtOrDefault(row) ?? "", parts.ElementAtOrDefault(row) ?? ""));

    /// <summary>The days to choose from, and the one that was chosen when it is another.</summary>
    public IEnumerable<(string Value, string Label)> Days(string chosen) => WithChosen(
        [
            ("", "No preference"),
            .. Week.Where(day => hours.Week[(int)day].Count > 0).Select(day => (day.ToString().ToLowerInvariant(), day.ToString())),
            ("any", "Any day"),
        ],
        chosen);

    /// <summary>The parts of a day to choose from. Evenings are offered where the clinic is open after six.</summary>
    public IEnumerable<(string Value, string Label)> Parts(string chosen) => WithChosen(
        [
            ("", AnyTime),
            ("morning", "Morning"),
            ("afternoon", "Afternoon"),
            .. hours.Week.SelectMany(spans => spans).Any(span => span.Closes > Evening) ? [EveningPart] : Array.Empty<(string, string)>(),
        ],
        chosen);

    private static IEnumerable<(string Value, string Label)> WithChosen(IReadOnlyList<(string Value, string Label)> options, string chosen) =>
        options.Any(option => option.Value == chosen) ? options : [.. options, (chosen, LabelOf(chosen))];

    private static string LabelOf(string chosen) =>
        DateOnly.TryParseExact(chosen, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? SpokenTime.Date(date)
        : chosen == EveningPart.Value ? EveningPart.Label
        : chosen == "any" ? AnyTime
        : chosen;
}

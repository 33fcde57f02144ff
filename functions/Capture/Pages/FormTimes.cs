using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>The rows in which people say when it suits them: a day on which the clinic is open, and a part of it.</summary>
public sealed class FormTimes(SubmittedFields fields, OpeningHours hours)
{
    private const int FewestRows = 2;
    private const int MostRows = 8;

    private const string AnyPart = "any";
    private const string EveningPart = "evening";

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
            ("", FormText.NoPreference),
            .. Week.Where(day => hours.Week[(int)day].Count > 0).Select(day => (PreferredTime.NameOf(day), SpokenTime.Weekday(day))),
            ("any", FormText.AnyDay),
        ],
        chosen);

    /// <summary>The parts of a day to choose from. Evenings are offered where the clinic is open after six.</summary>
    public IEnumerable<(string Value, string Label)> Parts(string chosen) => WithChosen(
        [
            ("", FormText.AnyTime),
            ("morning", FormText.Morning),
            ("afternoon", FormText.Afternoon),
            .. hours.Week.SelectMany(spans => spans).Any(span => span.Closes > Evening) ? [(EveningPart, FormText.Evening)] : Array.Empty<(string, string)>(),
        ],
        chosen);

    private static IEnumerable<(string Value, string Label)> WithChosen(IReadOnlyList<(string Value, string Label)> options, string chosen) =>
        options.Any(option => option.Value == chosen) ? options : [.. options, (chosen, LabelOf(chosen))];

    private static string LabelOf(string chosen) =>
        PreferredTime.DateOf(chosen) is { } date ? SpokenTime.Date(date)
        : chosen == EveningPart ? FormText.Evening
        : chosen == AnyPart ? FormText.AnyTime
        : chosen;
}

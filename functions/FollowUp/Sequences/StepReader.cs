using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>Reads the steps of a sequence.</summary>
internal sealed class StepReader(ContentReading reading)
{
    // A link in a mail carries the number in one byte.
    private const int MostSteps = 99;

    private static readonly string[] Templates = [SequenceStep.ArticlesTemplate];

    private readonly ConditionReader conditions = new(reading);
    private readonly VariantReader variants = new(reading);
    private readonly QuietHours? quiet = reading.Part<ClinicProfile>().QuietHours;

    public IReadOnlyList<SequenceStep> ReadAll(ContentSection section)
    {
        var usual = new SequenceStep(0, default, 0, At: null) { Window = Window(section), Latest = Latest(section) };
        var steps = new List<SequenceStep>();
        section.Sections("steps", step => Step(step, usual, steps));

        if (section.Has("steps") && steps.Count == 0)
        {
            section.Report("'steps': expected at least one", "steps");
        }

        return steps;
    }

    private SequenceStep Step(ContentSection section, SequenceStep usual, List<SequenceStep> before)
    {
        var step = new SequenceStep(
            section.Number("step", 1, MostSteps),
            section.Value("after", default(TimeSpan), ContentValues.TryDuration, ContentValues.DurationExpected),
            section.Number("articles", 1, 5),
            section.Has("at") ? section.Value("at", default(TimeOnly), ContentValues.TryTime, ContentValues.TimeExpected) : null)
        {
            Template = section.Text("template", Templates.Contains, string.Join(" or ", Templates)),
            Window = section.Has("window") ? Window(section) : usual.Window,
            Latest = section.Has("latest") ? Latest(section) : usual.Latest,
            Only = conditions.Read(section),
        };
        step = step with { Variants = variants.Read(section, step.Articles) };
        Check(section, step, before.LastOrDefault());
        before.Add(step);
        return step;
    }

    private static void Check(ContentSection section, SequenceStep step, SequenceStep? before)
    {
        if (step.Number <= before?.Number)
        {
            section.Report("'step': expected a higher number than that of the step before", "step");
        }

        // A day apart, so that nobody gets two on one date, whatever the time of day.
        if (step.After > TimeSpan.Zero && step.After < (before?.After ?? TimeSpan.Zero) + TimeSpan.FromDays(1))
        {
            section.Report("'after': expected at least a day after the capture and after the step before", "after");
        }

        if (step.At is { } at && !step.Window.Holds(at))
        {
            section.Report("'at': expected a time of day inside of the window and outside of the clinic's quiet hours", "at");
        }
    }

    private SendWindow Window(ContentSection section) => section.Has("window")
        ? section.Section("window", Read)
        : Net(SendWindow.Always);

    private SendWindow Read(ContentSection window)
    {
        var days = window.Has("days") ? window.Values<DayOfWeek>("days", TryDay, "weekdays such as monday") : SendWindow.Always.Days;
        var hours = window.Has("hours")
            ? window.Value("hours", SendWindow.Always.Hours, TryHours, "hours such as '09:00-17:00'")
            : SendWindow.Always.Hours;

        if (days.Count == 0)
        {
            window.Report("'days': expected at least one weekday", "days");
        }

        var net = Net(new(days, hours));
        if (net.Hours.Count == 0)
        {
            window.Report("'hours': expected some that are not among the clinic's quiet hours", "hours");
        }

        return net.Hours.Count == 0 || days.Count == 0 ? SendWindow.Always : net;
    }

    private SendWindow Net(SendWindow window) => quiet is null ? window : window with { Hours = quiet.Spare(window.Hours) };

    private static TimeSpan? Latest(ContentSection section) => section.Has("latest")
        ? section.Value("latest", default(TimeSpan), ContentValues.TryDuration, ContentValues.DurationExpected)
        : null;

    private static bool TryDay(string text, out DayOfWeek day) => Enum.TryParse(text, ignoreCase: true, out day) && text.All(char.IsAsciiLetterLower);

    private static bool TryHours(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out IReadOnlyList<OpeningSpan> spans) =>
        OpeningHoursText.TryRead(text, out spans) && spans.Count > 0;
}

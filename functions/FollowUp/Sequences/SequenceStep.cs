using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>One mail of a sequence.</summary>
/// <param name="Number">
/// Its name in every version: a step that is dropped leaves a gap, a new one takes a new number, so that figures of a step mean one thing. From 1 upwards.
/// </param>
/// <param name="After">How long after the lead was captured; at least a day where <paramref name="At"/> is given.</param>
/// <param name="Articles">How many articles it brings.</param>
/// <param name="At">The time of day on the clinic's clock, or <see langword="null"/> for whenever it is due.</param>
public sealed record SequenceStep(int Number, TimeSpan After, int Articles, TimeOnly? At)
{
    /// <summary>The one template that there is.</summary>
    public const string ArticlesTemplate = "articles";

    /// <summary>Which mail it is.</summary>
    public string Template { get; init; } = ArticlesTemplate;

    /// <summary>For whom it is.</summary>
    public StepConditions Only { get; init; } = StepConditions.None;

    /// <summary>The ways in which it is written, one of which each person gets; empty where there is one only.</summary>
    public IReadOnlyList<StepVariant> Variants { get; init; } = [];

    /// <summary>When it may leave.</summary>
    public SendWindow Window { get; init; } = SendWindow.Always;

    /// <summary>How long after it was due it may still leave; <see langword="null"/> for ever.</summary>
    public TimeSpan? Latest { get; init; }

    /// <summary>When the step leaves if all goes well: when it is due, or when its window opens after that.</summary>
    /// <returns>An instant in UTC, after <paramref name="capturedAt"/>.</returns>
    public DateTimeOffset PlannedAt(DateTimeOffset capturedAt, ClinicTime time) => Window.FirstAt(DueAt(capturedAt, time), time);

    /// <summary>
    /// When the step is due. Without <see cref="At"/>: exactly <see cref="After"/> later. With it: <see cref="After"/> is counted on
    /// the clinic's clock and calendar, so that "4 days" is four dates later whether or not the clocks are changed in between,
    /// and the step is due on that date at that time of day. That may be up to a day earlier or later than <see cref="After"/> says,
    /// but is always after the capture: it would rather be a day late. Changed clocks are as <see cref="ClinicTime"/> has them.
    /// </summary>
    /// <returns>An instant in UTC, after <paramref name="capturedAt"/>.</returns>
    public DateTimeOffset DueAt(DateTimeOffset capturedAt, ClinicTime time)
    {
        if (At is not { } timeOfDay)
        {
            return capturedAt.ToUniversalTime() + After;
        }

        var date = DateOnly.FromDateTime(time.LocalAt(capturedAt).DateTime + After);
        var due = time.FirstInstant(date, timeOfDay);
        return due > capturedAt ? due : time.FirstInstant(date.AddDays(1), timeOfDay);
    }
}

using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>One mail of a sequence.</summary>
/// <param name="Number">Its place in the sequence, counted from 1.</param>
/// <param name="After">How long after the lead was captured; at least a day where <paramref name="At"/> is given.</param>
/// <param name="Articles">How many articles it brings.</param>
/// <param name="At">The time of day on the clinic's clock, or <see langword="null"/> for whenever it is due.</param>
public sealed record SequenceStep(int Number, TimeSpan After, int Articles, TimeOnly? At)
{
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

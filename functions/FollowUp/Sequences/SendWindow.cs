using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>When mail of a sequence may leave, on the clinic's clock. Changed clocks are as <see cref="ClinicTime"/> has them.</summary>
/// <param name="Days">The weekdays; at least one.</param>
/// <param name="Hours">Spans of such a day, in order and without overlap, quiet hours taken out; at least one.</param>
public sealed record SendWindow(IReadOnlyList<DayOfWeek> Days, IReadOnlyList<OpeningSpan> Hours)
{
    // Two weeks hold every weekday twice: the clocks cannot swallow a window on both.
    private const int DaysToLook = 15;

    public static SendWindow Always { get; } = new(Enum.GetValues<DayOfWeek>(), [new(TimeSpan.Zero, TimeSpan.FromHours(24))]);

    /// <summary>Whether a time of day is inside; the end of a span is not.</summary>
    public bool Holds(TimeOnly time) => Hours.Any(span => span.Opens <= time.ToTimeSpan() && time.ToTimeSpan() < span.Closes);

    /// <summary>The first instant, not before the given one, at which mail may leave: the given one when it may leave then.</summary>
    /// <returns>An instant in UTC.</returns>
    public DateTimeOffset FirstAt(DateTimeOffset instant, ClinicTime time)
    {
        // A day earlier: where the clocks are put back over midnight, the last span of the date before may still be open.
        var first = time.DateAt(instant).AddDays(-1);
        for (var day = 0; day <= DaysToLook; day++)
        {
            var date = first.AddDays(day);
            foreach (var span in Days.Contains(date.DayOfWeek) ? Hours : [])
            {
                var midnight = date.ToDateTime(TimeOnly.MinValue);
                var (opens, closes) = (time.FirstInstant(midnight + span.Opens), time.FirstInstant(midnight + span.Closes));
                if (opens < closes && instant < closes)
                {
                    return (opens > instant ? opens : instant).ToUniversalTime();
                }
            }
        }

        throw new InvalidOperationException("The window does not open within two weeks.");
    }
}

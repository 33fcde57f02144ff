using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Clinic;

/// <summary>The hours of every day in which nobody is written to unasked, on the clinic's clock; they may go over midnight.</summary>
/// <param name="From">Since midnight on the wall.</param>
/// <param name="Until">Since midnight on the wall; at it, writing may begin. Never <paramref name="From"/>.</param>
public sealed record QuietHours(TimeSpan From, TimeSpan Until)
{
    internal const string Expected = "hours of the night such as '21:00-08:00'";

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    /// <summary>What they leave of the hours of one day.</summary>
    /// <param name="hours">Spans of one day, in order and without overlap.</param>
    /// <returns>Spans in order and without overlap; none where nothing is left.</returns>
    public IReadOnlyList<OpeningSpan> Spare(IEnumerable<OpeningSpan> hours)
    {
        OpeningSpan[] loud = From < Until ? [new(TimeSpan.Zero, From), new(Until, Midnight)] : [new(Until, From)];
        return
        [
            .. hours
                .SelectMany(span => loud.Select(part => new OpeningSpan(Later(span.Opens, part.Opens), Earlier(span.Closes, part.Closes))))
                .Where(span => span.Opens < span.Closes),
        ];
    }

    internal static bool TryRead(string text, [MaybeNullWhen(false)] out QuietHours quiet)
    {
        quiet = text.Split('-') is [var from, var until]
            && ContentValues.TryTime(from.Trim(), out var begin)
            && ContentValues.TryTime(until.Trim(), out var end)
            && begin != end
            ? new(begin.ToTimeSpan(), end.ToTimeSpan())
            : null;
        return quiet is not null;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

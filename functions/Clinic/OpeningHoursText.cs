using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Clinic;

/// <summary>Reads the hours of one day: "closed", "09:00-17:00", "09:00-12:00, 13:00-17:00", "00:00-24:00".</summary>
internal static class OpeningHoursText
{
    public const string Expected =
        "'closed', or hours such as '09:00-12:00, 13:00-17:00' that are in order and do not overlap";

    public static bool TryRead(string text, [MaybeNullWhen(false)] out IReadOnlyList<OpeningSpan> spans)
    {
        spans = null;
        var read = new List<OpeningSpan>();

        foreach (var part in text == "closed" ? [] : text.Split(','))
        {
            if (part.Trim().Split('-') is not [var from, var to]
                || !TryTimeOfDay(from, out var opens)
                || !TryTimeOfDay(to, out var closes)
                || opens >= closes
                || (read.Count > 0 && opens < read[^1].Closes))
            {
                return false;
            }

            read.Add(new(opens, closes));
        }

        spans = read;
        return true;
    }

    private static bool TryTimeOfDay(string text, out TimeSpan time)
    {
        if (text == "24:00")
        {
            time = TimeSpan.FromHours(24);
            return true;
        }

        var isTime = ContentValues.TryTime(text, out var timeOfDay);
        time = timeOfDay.ToTimeSpan();
        return isTime;
    }
}

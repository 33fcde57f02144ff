using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Reads the times that would suit the visitor: days and parts of them, in step.</summary>
internal static class PreferredTimesReading
{
    private const int Most = 5;

    public static IReadOnlyList<PreferredTime> PreferredTimes(this SubmittedFields fields)
    {
        var days = fields.All(SubmissionSchema.PreferredDay);
        var parts = fields.All(SubmissionSchema.PreferredPart);
        var times = new List<PreferredTime>();
        for (var index = 0; index < Math.Max(days.Count, parts.Count); index++)
        {
            var day = days.ElementAtOrDefault(index)?.Trim() ?? "";
            var part = parts.ElementAtOrDefault(index)?.Trim() ?? "";

            // A form sends its empty rows too.
            if (day.Length > 0 || part.Length > 0)
            {
                times.Add(new(DayOf(fields, day), PartOf(fields, part)));
            }
        }

        if (times.Count > Most)
        {
            fields.Errors.Add(SubmissionSchema.PreferredTimes, SubmissionText.TooManyTimes.With(Most));
        }

        return times;
    }

    private static string DayOf(SubmittedFields fields, string day)
    {
        var isDay = day is "" or "any" || PreferredTime.WeekdayOf(day) is not null || PreferredTime.DateOf(day) is not null;
        if (!isDay)
        {
            fields.Errors.Add(SubmissionSchema.PreferredTimes, SubmissionText.DayExpected);
        }

        return day.Length == 0 ? "any" : day;
    }

    private static PartOfDay PartOf(SubmittedFields fields, string part)
    {
        switch (part)
        {
            case "morning":
                return PartOfDay.Morning;
            case "afternoon":
                return PartOfDay.Afternoon;
            case "evening":
                return PartOfDay.Evening;
            case "" or "any":
                return PartOfDay.Any;
            default:
                fields.Errors.Add(SubmissionSchema.PreferredTimes, SubmissionText.PartExpected);
                return PartOfDay.Any;
        }
    }
}

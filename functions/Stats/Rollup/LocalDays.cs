using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>
/// Which quarters of an hour make up a date of the clinic. Where clocks are changed that is 23 or 25 hours; where they differ from UTC by
/// half an hour, midnight is in the middle of one.
/// </summary>
public sealed class LocalDays(ClinicTime time)
{
    private static readonly int QuartersOfAnHour = (int)(TimeSpan.FromHours(1) / Bucket.Length);

    public DateOnly Today(DateTimeOffset now) => time.DateAt(now);

    public LocalDay Of(DateOnly date)
    {
        var hours = new SortedDictionary<Bucket, int>();
        var end = time.FirstInstant(date.AddDays(1), default);
        for (var bucket = Bucket.Of(time.FirstInstant(date, default)); bucket.Start < end; bucket = new(bucket.Start + Bucket.Length))
        {
            hours[bucket] = time.LocalAt(bucket.Start).Hour;
        }

        return new(date, hours);
    }

    /// <summary>The dates that an hour (UTC) is a part of: one, or two.</summary>
    public IEnumerable<DateOnly> DatesOf(DateTimeOffset hour) => Enumerable.Range(0, QuartersOfAnHour)
        .Select(quarter => time.DateAt(hour + (quarter * Bucket.Length)))
        .Distinct();
}

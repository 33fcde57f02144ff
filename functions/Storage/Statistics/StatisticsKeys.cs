using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How what figures are made of is filed, in the table of events: the facts of a lead beside each other in a partition of its shard; what the
/// lead adds in the partition of the hour, behind the evidence; the sums in one partition, a row a date; and marks in the index. Keys are
/// hexadecimal digits and <c>~</c>.
/// </summary>
internal static class StatisticsKeys
{
    /// <summary>The partition of the sums.</summary>
    public const string Days = "d";

    /// <summary>The partition of how soon staff answered.</summary>
    public const string Answers = "e";

    /// <summary>The row there of those who came lately; the others are those of weeks.</summary>
    public const string RecentAnswers = "0";

    /// <summary>The row of the index that says how far leads have been counted.</summary>
    public const string CountedUntil = "4";

    /// <summary>Comes before all that leads add in an hour, and after all its evidence.</summary>
    public const string Tallies = "~";

    public const string CapturedFact = "0";
    public const string SentFact = "1";
    public const string StatusFact = "2";
    public const string UnsubscribedFact = "3";
    public const string Index = "9";

    private const string EvidencePrefix = "2~";
    private const string ChangedPrefix = "3~";
    private const string ReportPrefix = "5~";
    private const string HourFormat = "yyyyMMddHH";
    private const string DateFormat = "yyyyMMdd";

    /// <summary>Where the facts of the leads of a shard are.</summary>
    public static string Facts(Shard shard) => $"{shard}~1";

    /// <summary>The row of a fact of a lead.</summary>
    public static string Fact(LeadId lead, string which) => EventKeys.Lead(lead) + which;

    public static string Sent(LeadId lead, int step) => string.Create(CultureInfo.InvariantCulture, $"{EventKeys.Lead(lead)}{SentFact}~{step:D4}");

    public static string Status(LeadId lead, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{EventKeys.Lead(lead)}{StatusFact}~{at.UtcTicks:D19}");

    /// <summary>Which fact a row is: one of the constants.</summary>
    public static string Which(string row) => row.Split('~')[1];

    public static LeadId ToLead(string row) => LeadId.Parse(row.Split('~')[0]);

    /// <summary>The row of what a lead adds in a bucket, in the partition of its hour.</summary>
    public static string Tally(Bucket bucket, LeadId lead) => Residue(bucket) + lead;

    /// <summary>The row of what leads add in a bucket that have been forgotten.</summary>
    public static string Residue(Bucket bucket) => string.Create(CultureInfo.InvariantCulture, $"{Tallies}{bucket.Quarter}");

    /// <summary>Reads the bucket out of the row of what was added.</summary>
    public static Bucket ToBucket(DateTimeOffset hour, string row) => new(hour + ((row[Tallies.Length] - '0') * Bucket.Length));

    public static string Bucketed(Bucket bucket) => string.Create(CultureInfo.InvariantCulture, $"{EventKeys.Hour(bucket.Start)}{bucket.Quarter}");

    public static Bucket ToBucket(string text) =>
        new(Hour(text.AsSpan(0, HourFormat.Length)) + ((text[HourFormat.Length] - '0') * Bucket.Length));

    /// <summary>Marks an hour of whose evidence something is not counted yet.</summary>
    public static string NewEvidence(DateTimeOffset hour) => EvidencePrefix + EventKeys.Hour(hour);

    public static (string From, string Before) NewEvidence() => (EvidencePrefix, EventKeys.After(EvidencePrefix));

    /// <summary>Marks an hour in which what leads add has changed.</summary>
    public static string Changed(DateTimeOffset hour) => ChangedPrefix + EventKeys.Hour(hour);

    public static (string From, string Before) Changed() => (ChangedPrefix, EventKeys.After(ChangedPrefix));

    public static DateTimeOffset ToHour(string mark) => Hour(mark.AsSpan(EvidencePrefix.Length));

    /// <summary>The row of the index that says that a report was sent.</summary>
    public static string Report(ReportMark report) => $"{ReportPrefix}{Day(report.Week)}~{report.Member.Hex}";

    public static string Day(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static DateOnly ToDate(string row) => DateOnly.ParseExact(row, DateFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset Hour(ReadOnlySpan<char> text) =>
        DateTimeOffset.ParseExact(text, HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How evidence is filed: each event twice, beside the other events of its lead's mails in the partition of the lead's shard, and beside all
/// that happened in the same hour in the partition of the hour, in both places under the same key. Keys are hexadecimal digits and <c>~</c>.
/// </summary>
internal static class EventKeys
{
    /// <summary>Where the hours themselves are listed, and how far the provider has told.</summary>
    public const string Index = "0";

    /// <summary>The row that says how far the provider has told.</summary>
    public const string ReportedUntil = "0";

    /// <summary>Where the leads are listed whose evidence is not kept any more.</summary>
    public const string Erased = "0~e";

    private const string HourFormat = "yyyyMMddHH";
    private const string HourPrefix = "1~";

    /// <summary>Comes after every key that begins as another does.</summary>
    private const string End = "g";

    /// <summary>Lead, mail, time and content: the order of the digits is the order in which it happened.</summary>
    public static string Row(MailEvent happened) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mail(happened.Mail)}~{happened.At.UtcTicks:D19}~{happened.Key}");

    /// <summary>What the keys of all events of a lead's mails begin with.</summary>
    public static string Lead(LeadId lead) => $"{lead}~";

    /// <summary>What the keys of all events of a mail begin with.</summary>
    public static string Mail(SendKey mail) =>
        string.Create(CultureInfo.InvariantCulture, $"{Lead(mail.Lead)}{(int)mail.Track}{mail.Step:D4}");

    /// <summary>Reads the mail out of a key.</summary>
    public static SendKey ToMail(string row) => row.Split('~') is [var lead, var mail, ..]
        ? new(LeadId.Parse(lead), (Track)(mail[0] - '0'), int.Parse(mail.AsSpan(1), CultureInfo.InvariantCulture))
        : throw new FormatException("Not a key of an event.");

    /// <summary>The partition of the hour of an instant.</summary>
    public static string Hour(DateTimeOffset instant) => instant.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);

    /// <summary>The partition of the events of one hour that are not of our mail.</summary>
    public static string OthersOf(DateTimeOffset instant) => $"{Hour(instant)}~0";

    /// <summary>The row by which an hour is listed.</summary>
    public static string HourMark(DateTimeOffset instant) => HourPrefix + Hour(instant);

    /// <summary>Reads the hour out of the row by which it is listed.</summary>
    public static DateTimeOffset ToHour(string mark) =>
        DateTimeOffset.ParseExact(mark.AsSpan(HourPrefix.Length), HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Comes after every key that begins so.</summary>
    public static string After(string beginning) => beginning + End;

    /// <summary>Comes after the marks of all hours.</summary>
    public static string AfterHours => After(HourPrefix);
}

using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How rows are filed inside the shard of their contact. Keys hold ids, digits and a few fixed words: never an address, a name or a
/// concern, since keys show up in logs and metrics of the platform.
/// </summary>
internal static class RowKeys
{
    /// <summary>All due work; what is urgent comes first, since the mark sorts before every digit.</summary>
    public const string DuePrefix = "D~";

    public const string UrgentPrefix = "D~!";
    public const string OrdinaryPrefix = "D~0";
    private const int TickDigits = 19;

    /// <summary>The clocks of promises: they wait for hours, and are no part of what is due by the minute.</summary>
    public const string PromisePrefix = "A~";

    public const string LeadPrefix = "L~";
    public const string ContactPrefix = "C~";
    public const string DigestPrefix = "G~";
    public const string DeadLetterPrefix = "X~";
    public const string SubmissionPrefix = "K~";
    public const string SendPrefix = "S~";
    public const string ReferencePrefix = "R~";
    public const string TimelinePrefix = "T~";

    /// <summary>Newest first: the order of the staff list.</summary>
    public static string Lead(LeadHandle lead) => $"{LeadPrefix}{Ticks(DateTimeOffset.MaxValue.Ticks - lead.CapturedAt.UtcTicks)}~{lead.Id}";

    /// <summary>Comes after the keys of all leads captured at this instant or later, and before those of all others.</summary>
    public static string LeadBefore(DateTimeOffset instant) => $"{LeadPrefix}{Ticks(DateTimeOffset.MaxValue.Ticks - instant.UtcTicks)}~~";

    /// <summary>Comes after the keys of all leads.</summary>
    public static string AfterLeads { get; } = TableRows.After(LeadPrefix);

    /// <summary>Comes after the key of a lead, and before that of the next.</summary>
    public static string AfterLead(LeadHandle lead) => $"{Lead(lead)}~";

    /// <summary>Where the keys of leads begin that were captured before an instant.</summary>
    public static string LeadsBefore(DateTimeOffset instant) => $"{LeadPrefix}{Ticks(DateTimeOffset.MaxValue.Ticks - instant.UtcTicks + 1)}";

    public static string Reference(LeadId lead) => $"{ReferencePrefix}{lead}";

    public static string Contact(ContactKey contact) => ContactPrefix + contact;

    /// <summary>One of a person's submissions; all that begin alike are the person's leads.</summary>
    public static string Submission(ContactKey contact, string submission) => SubmissionsOf(contact) + submission;

    public static string SubmissionsOf(ContactKey contact) => $"{SubmissionPrefix}{contact}~";

    /// <summary>Earliest first. The mark is the order's, so that it is known again.</summary>
    public static string Timeline(LeadId lead, DateTimeOffset at, string nonce, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimelineOf(lead)}{Ticks(at.UtcTicks)}~{nonce}~{index:D2}");

    public static string TimelineOf(LeadId lead) => $"{TimelinePrefix}{lead}~";

    /// <summary>Whether the row of a timeline was written under a mark.</summary>
    public static bool IsOf(string timelineKey, string nonce) => timelineKey.Split('~') is [.., var mark, _] && mark == nonce;

    /// <summary>Earliest first, among what is urgent and among what is not.</summary>
    public static string Due(DueWork work) =>
        $"{(work.Key.Track == Track.Promise ? PromisePrefix : work.IsUrgent ? UrgentPrefix : DuePrefix)}{Ticks(work.DueAt.UtcTicks)}~{work.Key}";

    /// <summary>Comes after every key of ordinary work due until then, and before every later one; and after all that is urgent.</summary>
    public static string DueAfter(DateTimeOffset at) => $"{DuePrefix}{Ticks(at.UtcTicks + 1)}";

    /// <summary>Comes after every key of a promise whose next point is until then, and before every later one.</summary>
    public static string PromiseAfter(DateTimeOffset at) => $"{PromisePrefix}{Ticks(at.UtcTicks + 1)}";

    /// <summary>When the work with a key is due (UTC).</summary>
    public static DateTimeOffset DueAt(string dueKey) =>
        new(long.Parse(dueKey.AsSpan(IsUrgent(dueKey) ? UrgentPrefix.Length : DuePrefix.Length, TickDigits), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The beginning of the keys of work that is held.</summary>
    public static string HeldPrefix { get; } = $"{DuePrefix}{Ticks(DueWork.Held.UtcTicks)}~";

    /// <summary>Whether the key is of urgent work.</summary>
    public static bool IsUrgent(string dueKey) => dueKey.StartsWith(UrgentPrefix, StringComparison.Ordinal);

    public static string Digest(LeadId lead) => $"{DigestPrefix}{lead}";

    public static string Send(SendKey key) => $"{SendPrefix}{key}";

    public static string SendsOf(LeadId lead) => $"{SendPrefix}{lead}~";

    public static string DeadLettersOf(LeadId lead) => $"{DeadLetterPrefix}{lead}~";

    public static string DeadLetter(SendKey key) => $"{DeadLetterPrefix}{key}";

    /// <summary>Nineteen digits hold every tick until the year 9999, so that text sorts as time does.</summary>
    private static string Ticks(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);
}

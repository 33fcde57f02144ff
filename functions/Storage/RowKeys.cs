using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How rows are filed inside the shard of their contact. Keys hold ids, digits and a few fixed words: never an address, a name or a
/// concern, since keys show up in logs and metrics of the platform.
/// </summary>
internal static class RowKeys
{
    public const string DuePrefix = "D~";
    private const int TickDigits = 19;

    public const string DigestPrefix = "G~";
    public const string DeadLetterPrefix = "X~";

    /// <summary>Newest first: the order of the staff list.</summary>
    public static string Lead(LeadHandle lead) => $"L~{Ticks(DateTimeOffset.MaxValue.Ticks - lead.CapturedAt.UtcTicks)}~{lead.Id}";

    public static string Reference(LeadId lead) => $"R~{lead}";

    public static string Contact(ContactKey contact) => $"C~{contact}";

    /// <summary>One of a person's submissions; all that begin alike are the person's leads.</summary>
    public static string Submission(ContactKey contact, string submission) => $"K~{contact}~{submission}";

    /// <summary>Earliest first.</summary>
    public static string Due(DateTimeOffset at, SendKey key) => $"{DuePrefix}{Ticks(at.UtcTicks)}~{key}";

    /// <summary>Comes after every key of work due until then, and before every later one.</summary>
    public static string DueAfter(DateTimeOffset at) => $"{DuePrefix}{Ticks(at.UtcTicks + 1)}";

    /// <summary>When the work with a key is due (UTC).</summary>
    public static DateTimeOffset DueAt(string dueKey) =>
        new(long.Parse(dueKey.AsSpan(DuePrefix.Length, TickDigits), CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string Digest(LeadId lead) => $"{DigestPrefix}{lead}";

    public static string Send(SendKey key) => $"S~{key}";

    public static string DeadLetter(SendKey key) => $"{DeadLetterPrefix}{key}";

    /// <summary>Nineteen digits hold every tick until the year 9999, so that text sorts as time does.</summary>
    private static string Ticks(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);
}

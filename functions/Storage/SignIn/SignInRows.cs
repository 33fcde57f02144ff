using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>How signing in is filed, in the table of leads, in partitions that no shard has.</summary>
internal static class SignInRows
{
    public const string Links = "0~links";
    public const string Sessions = "0~sessions";
    public const string Keys = "0~keys";

    /// <summary>When a row need not be remembered any longer, or since when sessions hold.</summary>
    public const string At = "At";

    public const string Element = "Element";

    /// <summary>The first key of a partition.</summary>
    public const string First = "!";

    /// <summary>Comes after every key of a partition.</summary>
    public const string Last = "~";

    /// <summary>Those that expire first come first.</summary>
    public static string Link(string link, DateTimeOffset expiresAt) => $"{LinksOf(expiresAt)}~{link}";

    /// <summary>Comes before all that expire at an instant or later.</summary>
    public static string LinksOf(DateTimeOffset expiresAt) => expiresAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static string Session(ContactKey member, string session) => $"{member}~{session}";

    public static string All(ContactKey member) => $"{member}~!";

    public static string Before(ContactKey member) => $"{member}~";

    /// <summary>Comes after all rows of a member, and before those of the next.</summary>
    public static string After(ContactKey member) => $"{member}~g";
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LeadFunctions.Clinic;

/// <summary>How people write dates, times, durations and addresses in content.</summary>
internal static class ContentValues
{
    public const string DateExpected = "a date such as 2026-03-31";
    public const string TimeExpected = "a time of day such as 07:30";
    public const string DurationExpected = "a duration such as '15 minutes', '4 hours' or '10 days'";
    public const string AddressExpected = "an https address";
    public const string MailboxExpected = "an e-mail address";
    public const string IdExpected = "1 to 50 lower-case letters, digits and hyphens";

    public static bool TryDate(string text, out DateOnly date)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool TryTime(string text, out TimeOnly time)
        => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var digits, var unit]
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > 3650)
        {
            return false;
        }

        duration = unit switch
        {
            "minute" or "minutes" => TimeSpan.FromMinutes(count),
            "hour" or "hours" => TimeSpan.FromHours(count),
            "day" or "days" => TimeSpan.FromDays(count),
            _ => default,
        };

        return duration > TimeSpan.Zero;
    }

    /// <summary>Only https, and nobody's password in it.</summary>
    public static bool TryAddress(string text, [MaybeNullWhen(false)] out Uri address)
        => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    /// <summary>A plain check of an address that the clinic wrote itself: one @, something on both sides, no blanks.</summary>
    public static bool IsMailbox(string text)
        => text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain] && domain.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    /// <summary>"chronic-pain": safe in addresses and keys, and the same however it is sorted or compared.</summary>
    public static bool IsId(string text)
        => text.Length is > 0 and <= 50
            && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);

    /// <summary>ITU-T E.164: at most 15 digits behind the +, and no country code starts with 0.</summary>
    public static bool IsE164(string text)
        => text.Length is >= 8 and <= 16 && text[0] == '+' && text[1] != '0' && text.Skip(1).All(char.IsAsciiDigit);

    /// <summary>An IANA zone that this machine knows; Windows' own names are refused, since they mean nothing elsewhere.</summary>
    public static bool TryZone(string text, [MaybeNullWhen(false)] out TimeZoneInfo zone)
        => TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone) && zone.HasIanaId;
}

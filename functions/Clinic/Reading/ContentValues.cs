using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;

namespace LeadFunctions.Clinic;

/// <summary>How people write dates, times, durations and addresses in content.</summary>
internal static class ContentValues
{
    public const string DateExpected = "a date such as 2026-03-31";
    public const string TimeExpected = "a time of day such as 07:30";
    public const string DurationExpected = "a duration such as '15 minutes', '4 hours' or '10 days'";
    public const string AddressExpected = "an https address";
    public const string MailboxExpected = "an e-mail address";
    public const string ShownNameExpected = "a name of 1 to 60 characters, on one line";
    public const string IdExpected = "1 to 50 lower-case letters, digits and hyphens";

    private const int LongestShownName = 60;

    // Dates and times are read digit by digit: the first TryParseExact of a process takes 10 ms, which start-up would pay for.
    public static bool TryDate(string text, out DateOnly date)
    {
        date = default;

        if (text is not [_, _, _, _, '-', _, _, '-', _, _]
            || !TryNumber(text.AsSpan(0, 4), 1, 9999, out var year)
            || !TryNumber(text.AsSpan(5, 2), 1, 12, out var month)
            || !TryNumber(text.AsSpan(8, 2), 1, DateTime.DaysInMonth(year, month), out var day))
        {
            return false;
        }

        date = new(year, month, day);
        return true;
    }

    public static bool TryTime(string text, out TimeOnly time)
    {
        time = default;

        if (text is not [_, _, ':', _, _]
            || !TryNumber(text.AsSpan(0, 2), 0, 23, out var hour)
            || !TryNumber(text.AsSpan(3, 2), 0, 59, out var minute))
        {
            return false;
        }

        time = new(hour, minute);
        return true;
    }

    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var digits, var unit]
            || !TryNumber(digits, 1, 3650, out var count))
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

    /// <summary>Digits only.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, int from, int to, out int number)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= from && number <= to;

    /// <summary>Only https, and nobody's password in it.</summary>
    public static bool TryAddress(string text, [MaybeNullWhen(false)] out Uri address)
        => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    /// <summary>An address as the mail provider takes it: no name, no brackets.</summary>
    public static bool IsBareAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>A bare address at a domain that can be anywhere.</summary>
    public static bool IsMailbox(string text)
        => IsBareAddress(text) && text[(text.LastIndexOf('@') + 1)..].Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    /// <summary>A name as mails show it beside an address.</summary>
    public static bool IsShownName(string text) => text.Length is > 0 and <= LongestShownName && !text.Any(char.IsControl);

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

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LeadFunctions.Leads;

/// <summary>
/// A number that staff can call, in the international form of ITU-T E.164 (6.2: at most 15 digits), with an extension when there is
/// one. Without a country code it is read as a North American number (NANPA: an area code and an exchange of the form NXX, N = 2 to 9
/// and never N11; fictional numbers such as 555-0123 count). National rules of other countries are not checked. Made only by
/// <see cref="TryParse"/>.
/// </summary>
public sealed partial record PhoneNumber
{
    private const int MinimumDigits = 8;
    private const int MaximumDigits = 15;
    private const int NorthAmericanDigits = 10;

    // Room for a generously spaced number and its extension.
    private const int MaximumInputLength = 64;

    private PhoneNumber(string e164, string? extension) => (E164, Extension) = (e164, extension);

    /// <summary>A plus sign, the country code, the number: digits only, such as <c>+16505550123</c>.</summary>
    public string E164 { get; }

    /// <summary>What to dial once connected: 1 to 7 digits, or null.</summary>
    public string? Extension { get; }

    /// <summary>The number as people in North America read it: <c>(650) 555-0123 ext. 12</c>, or <c>+44 2079460958</c>.</summary>
    public string Display => Extension is null ? DisplayNumber : $"{DisplayNumber} ext. {Extension}";

    private string DisplayNumber => E164[1] is '1'
        ? $"({E164[2..5]}) {E164[5..8]}-{E164[8..]}"
        : $"{E164[..LengthWithCountryCode]} {E164[LengthWithCountryCode..]}";

    private int LengthWithCountryCode => 1 + CountryCodes.Of(E164.AsSpan(1)).Length;

    /// <summary>
    /// Reads a number with any usual punctuation, and an extension after <c>x</c>, <c>ext.</c>, <c>extension</c> or <c>#</c>.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? number, out ContactProblem problem)
    {
        number = null;
        problem = Read(text, out var e164, out var extension);

        if (problem is ContactProblem.None)
        {
            number = new PhoneNumber(e164, extension);
        }

        return number is not null;
    }

    /// <summary>Says nothing, so that no log holds a number by accident: ask for <see cref="E164"/> or <see cref="Display"/>.</summary>
    public override string ToString() => nameof(PhoneNumber);

    private static ContactProblem Read(string? text, out string e164, out string? extension)
    {
        (e164, extension) = ("", null);

        if (string.IsNullOrWhiteSpace(text))
        {
            return ContactProblem.PhoneMissing;
        }

        if (text.Length > MaximumInputLength)
        {
            return ContactProblem.PhoneTooLong;
        }

        if (ExtensionAtEnd().Match(text) is { Success: true } match)
        {
            extension = match.Groups["extension"].Value;
            text = text[..match.Index];
        }

        if (!PhoneDigits.TryRead(text, out var digits, out var isInternational))
        {
            return ContactProblem.PhoneForbiddenCharacter;
        }

        // No area code begins with 1, so a leading 1 is the country code.
        e164 = isInternational || digits.StartsWith('1') ? $"+{digits}" : $"+1{digits}";
        return e164.StartsWith("+1", StringComparison.Ordinal)
            ? CheckNorthAmerican(e164[2..], isInternational)
            : CheckInternational(digits);
    }

    private static ContactProblem CheckInternational(string digits) => digits.Length switch
    {
        < MinimumDigits => ContactProblem.PhoneTooShort,
        > MaximumDigits => ContactProblem.PhoneTooLong,
        _ => CountryCodes.Of(digits).IsEmpty ? ContactProblem.PhoneCountryUnknown : ContactProblem.None,
    };

    private static ContactProblem CheckNorthAmerican(string national, bool isInternational) => national.Length switch
    {
        < NorthAmericanDigits => ContactProblem.PhoneTooShort,
        > NorthAmericanDigits => isInternational ? ContactProblem.PhoneTooLong : ContactProblem.PhoneCountryMissing,
        _ => CheckAreaAndExchange(national),
    };

    private static ContactProblem CheckAreaAndExchange(string national) => IsNxx(national[..3]) && IsNxx(national[3..6])
        ? ContactProblem.None
        : ContactProblem.PhoneNumberImpossible;

    private static bool IsNxx(string code) => code is [>= '2' and <= '9', _, _] and not [_, '1', '1'];

    [GeneratedRegex(
        @"\s*[,;]?\s*(?:extension|ext|x|\#)[\s.:=]*(?<extension>[0-9]{1,7})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExtensionAtEnd();
}

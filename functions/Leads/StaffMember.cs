using System.Diagnostics.CodeAnalysis;
using System.Text;
using LeadFunctions.Languages;

namespace LeadFunctions.Leads;

/// <summary>Somebody who works for the clinic.</summary>
public sealed record StaffMember(EmailAddress Address, StaffRole Role)
{
    /// <summary>What mail to this member speaks, and the page behind a link in it. English where nothing is said.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether this member may be told of leads; admins are where there are no staff.</summary>
    public bool FollowsLeads => Role is StaffRole.Staff or StaffRole.Admin;

    /// <summary>Reads <c>address;role</c> or <c>address;role;language</c>, such as <c>maria@example.com;staff;es</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out StaffMember? member)
    {
        member = text?.Split(';', StringSplitOptions.TrimEntries) is [var address, var word, .. { Length: <= 1 } rest]
            && EmailAddress.TryParse(address, out var parsed, out _)

            // Not every provider takes other letters, and it would refuse the whole alert for them.
            && Ascii.IsValid(parsed.Value)
            && RoleOf(word) is { } role
            && LanguageOf(rest) is { } language
                ? new(parsed, role) { Language = language }
                : null;
        return member is not null;
    }

    /// <summary>Writes what <see cref="TryParse"/> reads.</summary>
    public string ToText() =>
        $"{Address.Value};{Role.ToString().ToLowerInvariant()}{(Language == Language.English ? "" : $";{Language.Code}")}";

    /// <summary>Says nothing of whom.</summary>
    public override string ToString() => nameof(StaffMember);

    private static Language? LanguageOf(string[] rest) => rest is [var code] ? Language.All.FirstOrDefault(language => language.Code == code) : Language.English;

    private static StaffRole? RoleOf(string word) => word switch
    {
        "staff" => StaffRole.Staff,
        "marketing" => StaffRole.Marketing,
        "admin" => StaffRole.Admin,
        _ => null,
    };
}

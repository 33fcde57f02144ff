using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>Who looks after a lead: the address of a member of staff, as it is compared, or else a name, as it was written.</summary>
public static class StaffName
{
    public const int Longest = 254;

    /// <returns>Null for what is no line of text; empty for nobody.</returns>
    public static string? TryRead(string text)
    {
        var name = text.Trim();
        return name.Length > Longest || HiddenCharacters.IsIn(name) ? null
            : EmailAddress.TryParse(name, out var email, out _) ? email.Normalized
            : name.Normalize();
    }
}

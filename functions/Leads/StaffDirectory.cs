using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>The members of staff in the settings.</summary>
public sealed class StaffDirectory(IOptions<StaffOptions> options)
{
    public IReadOnlyList<StaffMember> Members { get; } =
        [.. options.Value.Members.Select(text => StaffMember.TryParse(text, out var member) ? member : throw new FormatException("Staff__Members"))];

    /// <summary>The addresses to which alerts and digests go: those of staff, or of admins where there is nobody else; at least one.</summary>
    public IReadOnlyList<string> Alerted => Addresses(StaffRole.Staff) is { Count: > 0 } staff ? staff : Addresses(StaffRole.Admin);

    private List<string> Addresses(StaffRole role) => [.. Members.Where(member => member.Role == role).Select(member => member.Address.Value)];
}

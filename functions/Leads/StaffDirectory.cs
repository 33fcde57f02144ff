using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>The members of staff in the settings.</summary>
public sealed class StaffDirectory(IOptions<StaffOptions> options)
{
    public IReadOnlyList<StaffMember> Members { get; } =
        [.. options.Value.Members.Select(text => StaffMember.TryParse(text, out var member) ? member : throw new FormatException("Staff__Members"))];

    /// <summary>Whom alerts and digests go to: staff, or admins where there is nobody else; at least one.</summary>
    public IReadOnlyList<StaffMember> AlertedMembers => Of(StaffRole.Staff) is { Count: > 0 } staff ? staff : Of(StaffRole.Admin);

    /// <summary>The addresses of <see cref="AlertedMembers"/>.</summary>
    public IReadOnlyList<string> Alerted => [.. AlertedMembers.Select(member => member.Address.Value)];

    private List<StaffMember> Of(StaffRole role) => [.. Members.Where(member => member.Role == role)];
}

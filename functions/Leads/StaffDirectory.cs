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

    /// <summary>
    /// Who is told, one after the other, when an alert does not arrive or a promise is not kept: those of <c>Staff__Escalation</c>, or the admins.
    /// May be empty.
    /// </summary>
    public IReadOnlyList<StaffMember> Escalation => options.Value.Escalation.Count == 0
        ? Of(StaffRole.Admin)
        : [.. options.Value.Escalation.Select(address => Members.First(member => member.FollowsLeads && IsOf(member, address)))];

    /// <summary>Whether an address is a member's, however it is written.</summary>
    public static bool IsOf(StaffMember member, string address) =>
        EmailAddress.TryParse(address.Trim(), out var email, out _) && email.Normalized == member.Address.Normalized;

    private List<StaffMember> Of(StaffRole role) => [.. Members.Where(member => member.Role == role)];
}

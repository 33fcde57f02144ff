using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>The members of staff in the settings.</summary>
public sealed class StaffDirectory(IOptions<StaffOptions> options)
{
    public IReadOnlyList<StaffMember> Members { get; } =
        [.. options.Value.Members.Select(text => StaffMember.TryParse(text, out var member) ? member : throw new FormatException("Staff__Members"))];

    /// <summary>The addresses to which alerts and digests go; at least one.</summary>
    public IReadOnlyList<string> Alerted => [.. Members.Where(member => member.FollowsLeads).Select(member => member.Address.Value)];
}

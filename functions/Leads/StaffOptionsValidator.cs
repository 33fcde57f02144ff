using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>Says which member is malformed, and that somebody must be there to be told of leads.</summary>
public sealed class StaffOptionsValidator : IValidateOptions<StaffOptions>
{
    public ValidateOptionsResult Validate(string? name, StaffOptions options)
    {
        var problems = options.Members
            .Select((text, index) => StaffMember.TryParse(text, out _) ? null : $"Staff__Members__{index} should be address;role or address;role;language, the role one of staff, marketing, admin, the language en or es.")
            .OfType<string>()
            .ToList();
        if (problems.Count == 0 && !options.Members.Any(text => StaffMember.TryParse(text, out var member) && member.FollowsLeads))
        {
            problems.Add("Staff__Members__0 is missing: it should be address;staff or address;admin, so that somebody is told of leads.");
        }

        problems.AddRange(options.Escalation
            .Select((address, index) => options.Members.Any(text => IsForLeads(text, address))
                ? null
                : $"Staff__Escalation__{index} should be the address of a member in Staff__Members whose role is staff or admin.")
            .OfType<string>());
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsForLeads(string text, string address) =>
        StaffMember.TryParse(text, out var member) && member.FollowsLeads && StaffDirectory.IsOf(member, address);
}

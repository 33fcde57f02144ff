using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>A mail that is made and can be posted, once its work is claimed.</summary>
/// <param name="Due">The work as it was read.</param>
/// <param name="Send">What was decided.</param>
/// <param name="Message">The mail.</param>
public sealed record PreparedMail(DueWork Due, Decision.Send Send, EmailMessage Message)
{
    public Precedence Precedence => PrecedenceRules.Of(Due);
}

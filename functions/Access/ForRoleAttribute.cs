using LeadFunctions.Http;
using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>
/// Only people who are signed in with one of these roles, and admins. The function then finds out who it is with
/// <see cref="SignedIn.Current"/>; what a browser posts to it must carry the field that <c>&lt;AntiForgery /&gt;</c> writes into a form, or
/// its value in the header <see cref="AntiForgeryTokens.Header"/>.
/// </summary>
/// <param name="role">Who may.</param>
/// <param name="others">Who may, too.</param>
public sealed class ForRoleAttribute(StaffRole role, params StaffRole[] others) : AccessAttribute
{
    public StaffRole Role => role;

    public StaffRole[] Others => others;

    public bool Admits(StaffRole somebody) => somebody == StaffRole.Admin || somebody == role || others.Contains(somebody);
}

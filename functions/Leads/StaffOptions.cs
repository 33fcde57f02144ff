namespace LeadFunctions.Leads;

/// <summary>Section <c>Staff</c>: who works with leads.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>Each <c>address;role</c> or <c>address;role;language</c>, role being staff, marketing or admin, and language en (where it is not said) or es.</summary>
    public IList<string> Members { get; } = [];

    /// <summary>
    /// Addresses of members who are told, one after the other, when an alert does not arrive or a promise is not kept. Default: the admins, in the
    /// order of <see cref="Members"/>.
    /// </summary>
    public IList<string> Escalation { get; } = [];
}
